#pragma once

#include <array>
#include <string_view>

namespace drivkraft {

/// What a key must hold.
enum class Kind {
  text,          // not empty
  whole_number,  // 2020
  number,        // 12.5, finite
  year_range,    // [2018, 2040]
  names,         // ["fyn", "sjaelland"]
  names_or_all,  // the same, or "all"
  dose,          // 75, or { fyn = 20, bornholm = 2 }, or { 2020 = 37.5, 2021 = 75 }, or { share = 0.02 }
  profile,       // "permanent", or { linear = 4 }
  number_entry,  // { value = 75, unit = "firms a year", ... } or { parameter = "policy.delay.default" }
  shares_entry,  // { shares = { basic = 0.6, vocational = 0.4 }, ... }
  truth,         // true or false
  directions,    // { employment = "up", unemployment = "down" }
  tables         // [[lever]]
};
enum class Need { required, optional };

/// One key of a file. The tables below drive reading, checking and the key table in scenarios/README.md.
struct KeyRule {
  std::string_view section;
  std::string_view key;
  Kind kind;
  std::string_view unit;
  Need need;
  std::string_view meaning;
};

[[nodiscard]] constexpr std::string_view kind_text(Kind kind) {
  switch (kind) {
    case Kind::text: return "text";
    case Kind::whole_number: return "a whole number";
    case Kind::number: return "a number";
    case Kind::year_range: return "a list of two years";
    case Kind::names: return "a list of names";
    case Kind::names_or_all: return "a list of names or \"all\"";
    case Kind::dose: return "a number, a table of regions or of years, or a share";
    case Kind::profile: return "a word or a table";
    case Kind::number_entry: return "a table with a value or a parameter";
    case Kind::shares_entry: return "a table with shares";
    case Kind::truth: return "true or false";
    case Kind::directions: return "a table of indicators, each \"up\" or \"down\"";
    case Kind::tables: return "a list of tables";
  }
  return "";
}

/// No run goes beyond this year: the people tables and the trend end there.
inline constexpr int last_possible_year = 2080;

/// A scenario file.
inline constexpr std::array scenario_keys{
    KeyRule{"scenario", "name", Kind::text, "", Need::required, "title of the question, for people"},
    KeyRule{"scenario", "about", Kind::text, "", Need::required, "what is asked, in a sentence or two"},
    KeyRule{
        "scenario", "baseline", Kind::text, "file", Need::optional,
        "file of the baseline, seen from this file's folder; without it (and without one in the file it extends) the "
        "file is its own baseline and has no levers and no closures"},
    KeyRule{"scenario", "years", Kind::year_range, "year", Need::required,
            "first and last year: starts in the base year 2018, ends by 2080, the same as the baseline's; a file that "
            "extends another may leave it out"},
    KeyRule{"scenario", "extends", Kind::text, "file", Need::optional,
            "file that this one starts from: what this one does not set is as there"},
    KeyRule{"scenario", "overlays", Kind::names, "file", Need::optional,
            "files laid over the one that is extended, in any order; two that set the same thing are refused"},
    KeyRule{"closures", "wages", Kind::text, "", Need::optional,
            "`curve` (default), `fixed_real` or `flexible`: how wages answer"},
    KeyRule{"closures", "capital", Kind::text, "", Need::optional,
            "`adjusting` (default) or `mobile`: how capital answers"},
    KeyRule{"closures", "migration", Kind::text, "", Need::optional, "`logit` (default) or `off`"},
    KeyRule{"closures", "financing", Kind::text, "", Need::optional,
            "`national` (default), `within_budget` or `none`: who pays for the levers"},
    KeyRule{"closures", "hold", Kind::names, "", Need::optional,
            "blocks kept on their baseline path: `wages`, `capital`, `investment`, `consumption`, `government`, "
            "`exports`, `labour_force`, `migration`, `participation`, `technology`, `adoption`, `firms`"},
    KeyRule{"lever", "id", Kind::text, "", Need::required, "which lever of the catalogue (data/levers)"},
    KeyRule{"lever", "regions", Kind::names_or_all, "region", Need::required,
            "where: region ids, or `\"all\"` for every region the lever may be applied to; each gets the whole dose, "
            "or its own"},
    KeyRule{
        "lever", "dose", Kind::dose, "unit of the lever a year", Need::required,
        "how much: a number a year (with `from` and `to` or `profile`), one for each region `{ fyn = 20, bornholm = "
        "2 }`, a table of years `{ 2020 = 37.5, 2021 = 75 }`, or `{ share = 0.02 }` of the firms or persons the "
        "lever may reach; years from 2019"},
    KeyRule{"lever", "from", Kind::whole_number, "year", Need::optional, "first year of a dose that is one number"},
    KeyRule{"lever", "to", Kind::whole_number, "year", Need::optional,
            "last year of a dose that is one number; with a profile it may be left out"},
    KeyRule{"lever", "profile", Kind::profile, "", Need::optional,
            "how a dose that is one number goes over the years: `\"permanent\"`, `\"blip\"`, `{ linear = 4 }`, "
            "`{ decay = 0.9 }` or `{ s_curve = 6 }`"},
    KeyRule{"lever", "industries", Kind::names, "industry", Need::optional,
            "only firms of these industries; they must be among the lever's own"},
    KeyRule{"parameters", "KEY", Kind::number, "unit of the parameter", Need::optional,
            "another belief about a parameter, by its key in data/parameters/parameters.csv, in quotes"},
};

}  // namespace drivkraft
