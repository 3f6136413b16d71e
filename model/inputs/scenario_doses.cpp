#include "inputs/scenario_doses.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "base/checks.h"
#include "inputs/dose_profile.h"

namespace drivkraft {

namespace {

constexpr const char* by_year_example = "write { 2020 = 37.5, 2021 = 75 }";
constexpr const char* profile_example =
    "write \"permanent\", \"blip\", { linear = 4 }, { decay = 0.9 } or { s_curve = 6 }";

std::optional<int> year_of_key(const std::string& key) {
  const bool digits = key.size() == 4 && key.find_first_not_of("0123456789") == std::string::npos;
  return digits ? std::optional<int>{std::stoi(key)} : std::nullopt;
}

/// Reads the dose of one [[lever]] table.
class DoseReader {
 public:
  DoseReader(KeyReader& keys, const std::vector<std::string>& regions, int first_year, int last_year, DoseSign sign)
      : keys_(keys), regions_(regions), first_(first_year), last_(last_year), sign_(sign) {}

  DoseInYears read() {
    DoseInYears dose;
    const TomlValue* value = keys_.value("dose");
    const TomlValue* profile = keys_.value("profile");
    if (value) {
      const TomlEntry* share = value->kind == TomlKind::table ? value->find("share") : nullptr;
      is_share_ = share != nullptr;
      if (share) refuse_others(*value);
      dose.amounts = amounts(share ? share->value : *value, profile);
    } else {
      for (const char* key : {"from", "to"}) (void)keys_.raw(key);
    }
    dose.is_share = is_share_;
    return dose;
  }

 private:
  std::vector<YearAmount> amounts(const TomlValue& value, const TomlValue* profile) {
    if (value.kind != TomlKind::table) return in_range(value, profile);
    if (!is_share_ && names_a_region(value)) return by_region(value, profile);
    for (const char* key : {"from", "to", "profile"}) {
      const TomlValue* extra = keys_.raw(key);
      if (extra) {
        keys_.add(extra->span,
                  fmt::format("the dose of {} is given by year, \"{}\" has no meaning beside it", keys_.title(), key));
      }
    }
    return by_year(value);
  }

  /// Beside `share` a dose holds nothing.
  void refuse_others(const TomlValue& table) {
    for (const TomlEntry& entry : table.entries) {
      if (entry.key == "share") continue;
      keys_.add(entry.key_span,
                fmt::format("\"{}\" stands beside \"share\" in the dose of {}", entry.key, keys_.title()),
                "write { share = 0.02 } or { share = { 2020 = 0.01, 2021 = 0.02 } }");
    }
  }

  std::vector<YearAmount> by_year(const TomlValue& table) {
    std::vector<YearAmount> doses;
    for (const TomlEntry& entry : table.entries) {
      const std::optional<int> year = year_of_key(entry.key);
      if (!year) {
        keys_.add(entry.key_span, fmt::format("\"{}\" in the dose of {} is not a year", entry.key, keys_.title()),
                  by_year_example);
        continue;
      }
      const bool in_time = year_allowed(*year, entry.key_span);
      if (amount_allowed(entry.value) && in_time) doses.push_back({*year, entry.value.number, entry.value.span, {}});
    }
    if (table.entries.empty()) keys_.add(table.span, fmt::format("the dose of {} names no year", keys_.title()));
    return doses;
  }

  bool names_a_region(const TomlValue& table) const {
    return std::any_of(table.entries.begin(), table.entries.end(), [&](const TomlEntry& entry) {
      return std::find(regions_.begin(), regions_.end(), entry.key) != regions_.end();
    });
  }

  /// A number for each region, all over the same years.
  std::vector<YearAmount> by_region(const TomlValue& table, const TomlValue* written) {
    by_region_ = true;
    const std::optional<Course> over_years = course(table, written);
    std::vector<YearAmount> doses;
    for (const TomlEntry& entry : table.entries) {
      const auto at =
          choose({entry.key, entry.key_span}, regions_, "region", keys_.title(), keys_.document(), keys_.problems());
      if (amount_allowed(entry.value) && at && over_years) along(*over_years, entry.value, RegionId{*at}, doses);
    }
    return doses;
  }

  /// A number with `from`, and `to` or a profile.
  std::vector<YearAmount> in_range(const TomlValue& value, const TomlValue* written) {
    const bool good = amount_allowed(value);
    const std::optional<Course> over_years = course(value, written);
    std::vector<YearAmount> doses;
    if (good && over_years) along(*over_years, value, std::nullopt, doses);
    return doses;
  }

  /// From when, and which share of the dose in each year from then.
  struct Course {
    int from = 0;
    std::vector<double> shares;
  };

  static void along(const Course& over_years, const TomlValue& value, std::optional<RegionId> region,
                    std::vector<YearAmount>& doses) {
    for (std::size_t k = 0; k < over_years.shares.size(); ++k) {
      doses.push_back({over_years.from + static_cast<int>(k), value.number * over_years.shares[k], value.span, region});
    }
  }

  std::optional<Course> course(const TomlValue& value, const TomlValue* written) {
    const std::optional<Profile> profile = written ? read_profile(*written) : std::nullopt;
    const std::optional<int> from = bound("from", value, true);
    const std::optional<int> to = last_of(profile, value, keys_.has("profile"));
    if (!from || !to) return std::nullopt;
    if (*from > *to) {
      keys_.add(keys_.raw("to")->span,
                fmt::format("\"to\" of {} is {}, before \"from\" {}", keys_.title(), *to, *from));
      return std::nullopt;
    }
    if (keys_.has("profile") && !profile) return std::nullopt;
    return Course{*from, profile_shares(profile.value_or(Profile{}), *to - *from + 1)};
  }

  /// Without a profile "to" must be there; "permanent" lasts to the end, "blip" one year, the others as they are told.
  std::optional<int> last_of(const std::optional<Profile>& profile, const TomlValue& value, bool has_profile) {
    const bool ends_itself =
        profile && (profile->shape == ProfileShape::permanent || profile->shape == ProfileShape::blip);
    if (!ends_itself) {
      const std::optional<int> to = bound("to", value, !has_profile);
      return keys_.has("to") ? to : has_profile ? std::optional<int>{last_} : std::nullopt;
    }
    if (const TomlValue* to = keys_.raw("to")) {
      keys_.add(to->span, fmt::format("the profile of {} is \"{}\", \"to\" has no meaning beside it", keys_.title(),
                                      profile_names[static_cast<std::size_t>(profile->shape)]));
    }
    return last_;
  }

  std::optional<int> bound(const char* key, const TomlValue& value, bool needed) {
    if (!keys_.has(key)) {
      if (needed) {
        keys_.add(value.span,
                  fmt::format("the dose of {} is one number{}, \"{}\" is missing", keys_.title(),
                              by_region_ ? " a region" : "", key),
                  "write from = 2020, to = 2023, or a dose by year: { 2020 = 37.5, 2021 = 75 }");
      }
      return std::nullopt;
    }
    const std::optional<int> year = keys_.whole_number(key);
    return year && year_allowed(*year, keys_.raw(key)->span) ? year : std::nullopt;
  }

  std::optional<Profile> read_profile(const TomlValue& written) {
    const bool table = written.kind == TomlKind::table;
    if (table && written.entries.size() != 1) {
      keys_.add(written.span, fmt::format("the profile of {} must be one word with its number", keys_.title()),
                profile_example);
      return std::nullopt;
    }
    const PlacedName name = table ? PlacedName{written.entries[0].key, written.entries[0].key_span}
                                  : PlacedName{written.text, written.span};
    const auto at = choose(name, profile_names, "profile", keys_.title(), keys_.document(), keys_.problems());
    if (!at) return std::nullopt;
    const auto shape = static_cast<ProfileShape>(*at);
    if (takes_number(shape) != table) {
      keys_.add(written.span,
                fmt::format("the profile \"{}\" of {} {}", name.name, keys_.title(),
                            table ? "takes no number" : "needs a number"),
                profile_example);
      return std::nullopt;
    }
    if (!table) return Profile{shape, 1.0};
    return number_of(shape, written.entries[0].value);
  }

  std::optional<Profile> number_of(ProfileShape shape, const TomlValue& value) {
    const std::string& name = profile_names[static_cast<std::size_t>(shape)];
    const bool decay = shape == ProfileShape::decay;
    const bool good = decay ? value.is_number() && value.number > 0.0 && value.number < 1.0
                            : value.kind == TomlKind::whole_number && value.number >= 1.0;
    if (good) return Profile{shape, value.number};
    keys_.add(value.span, fmt::format("\"{}\" of the profile of {} must be {}", name, keys_.title(),
                                      decay ? "between 0 and 1: the share that is left after a year"
                                            : "a whole number of years, at least 1"));
    return std::nullopt;
  }

  bool year_allowed(int year, const TomlSpan& span) {
    if (year >= first_ && year <= last_) return true;
    const std::string why = year == first_ - 1 ? fmt::format("; {} is data", year) : "";
    keys_.add(span, fmt::format("year {} of the dose of {} is out of range, doses run from {} to {}{}", year,
                                keys_.title(), first_, last_, why));
    return false;
  }

  bool amount_allowed(const TomlValue& value) {
    const std::string name = is_share_ ? "the share of " : "the dose of ";
    if (!value.is_number()) {
      keys_.add(value.span, fmt::format("{}{} is {}, it must be a number", name, keys_.title(), kind_name(value.kind)));
      return false;
    }
    const std::string broken = amount_broken(name + keys_.title(), value.number);
    if (!broken.empty()) keys_.add(value.span, broken);
    return broken.empty();
  }

  [[nodiscard]] std::string amount_broken(const std::string& name, double value) const {
    if (is_share_) return check_share(name, value);
    switch (sign_) {
      case DoseSign::not_negative: return check_non_negative(name, value);
      case DoseSign::change_in_money: return check_finite(name, value);
      case DoseSign::change_in_percent: break;
    }
    return value > -100.0 ? check_finite(name, value)  // nothing falls by more than all of it
                          : fmt::format("{} is {} percent, must be above -100", name, value);
  }

  KeyReader& keys_;
  const std::vector<std::string>& regions_;
  int first_, last_;
  DoseSign sign_ = DoseSign::not_negative;
  bool is_share_ = false, by_region_ = false;
};

}  // namespace

DoseInYears read_dose(KeyReader& keys, const std::vector<std::string>& regions, int first_year, int last_year,
                      DoseSign sign) {
  return DoseReader{keys, regions, first_year, last_year, sign}.read();
}

}  // namespace drivkraft
