#include "inputs/catalogue_numbers.h"

#include <fmt/format.h>

#include <cmath>
#include <optional>

#include "base/checks.h"
#include "inputs/key_reader.h"

namespace drivkraft {

namespace {

constexpr double shares_tolerance = 1e-9;  // shares typed with a few digits add to 1 up to rounding of the sum

const std::vector<std::string> statuses{"observed", "derived", "assumed"};
const std::vector<std::string> grades{"A", "B", "C", "D"};

std::string age_broken(const std::string& name, double value, AgeRange range) {
  const bool good = value == std::floor(value) && value >= range.first && value <= range.last;
  return good ? std::string{}
              : fmt::format("{} is {} years, must be a whole number from {} to {}", name, value, range.first,
                            range.last);
}

bool is_age(NumberRule rule) {
  return rule == NumberRule::age || rule == NumberRule::youth_age || rule == NumberRule::mover_age;
}

std::string rule_broken(NumberRule rule, const std::string& name, double value, const std::string& unit) {
  switch (rule) {
    case NumberRule::any: return check_finite(name, value, unit);
    case NumberRule::share: return check_share(name, value, unit);
    case NumberRule::share_below_one:
      return value >= 0.0 && value < 1.0
                 ? std::string{}
                 : fmt::format("{} is {} {}, must be at least 0 and below 1", name, value, unit);
    case NumberRule::age: return age_broken(name, value, ages_with_education);
    case NumberRule::youth_age: return age_broken(name, value, youth_ages);
    case NumberRule::mover_age: return age_broken(name, value, mover_ages);
    case NumberRule::non_negative: return check_non_negative(name, value, unit);
    case NumberRule::positive: return check_positive(name, value, unit);
    case NumberRule::at_least_one:
      return value >= 1.0 ? std::string{} : fmt::format("{} is {} {}, must be at least 1", name, value, unit);
    case NumberRule::months:
      return value > 0.0 && value <= 12.0
                 ? std::string{}
                 : fmt::format("{} is {} {}, must be above 0 and at most 12", name, value, unit);
    case NumberRule::zero:
      return value == 0.0 ? std::string{}
                          : fmt::format("{} is {}, must be 0: the model displaces by itself", name, value);
  }
  return {};
}

/// Status, source, grade and the rest that a number or a list of shares must carry.
void read_certificate(KeyReader& keys, SourcedNumber& number, const TomlSpan& span) {
  number.status = keys.text("status");
  if (!number.status.empty()) {
    (void)choose({number.status, span}, statuses, "status", keys.title(), keys.document(), keys.problems());
  }
  number.source = keys.text("source");
  const std::string grade = keys.text("grade");
  if (!grade.empty() && choose({grade, span}, grades, "grade", keys.title(), keys.document(), keys.problems())) {
    number.grade = grade.front();
  }
  (void)keys.value("register");
  (void)keys.value("note");
}

SourcedNumber number_of_parameter(KeyReader& keys, const ParameterTable& table) {
  SourcedNumber number;
  const TomlValue* named = keys.value("parameter");
  if (!named) return number;
  std::vector<std::string> known;
  for (const ParameterRow& row : table.rows) known.push_back(row.key);
  const auto at =
      choose({named->text, named->span}, known, "parameter", keys.title(), keys.document(), keys.problems());
  if (!at) return number;
  const ParameterRow& row = table.rows[static_cast<std::size_t>(*at)];
  number.value = row.central;
  number.unit = row.unit;
  number.status = row.grade == 'D' ? "assumed" : "derived";  // grade D is judgement
  number.source = row.source;
  number.parameter = row.key;
  number.grade = row.grade;
  return number;
}

}  // namespace

SourcedNumber read_number(const CatalogueContext& in, const TomlValue& entry, const std::string& title,
                          std::string_view unit, NumberRule rule) {
  const bool named = entry.find("parameter") != nullptr;
  KeyReader keys{in.document, entry, catalogue_keys, named ? "parameter" : "number", title, in.problems};
  const std::size_t before = in.problems.size();
  SourcedNumber number;
  if (named) {
    number = number_of_parameter(keys, in.parameters);
  } else {
    if (const TomlValue* value = keys.value("value")) number.value = value->number;
    number.unit = keys.text("unit");
    read_certificate(keys, number, entry.span);
  }
  keys.finish();
  if (in.problems.size() != before) return number;
  if (!unit.empty() && number.unit != unit) {
    keys.add(entry.span, fmt::format("{} has the unit \"{}\", must be \"{}\"", title, number.unit, unit));
  } else if (named && is_age(rule)) {
    keys.add(entry.span, fmt::format("{} names a parameter, must be a number of its own: ages are not drawn", title));
  } else if (const std::string broken = rule_broken(rule, title, number.value, number.unit); !broken.empty()) {
    keys.add(entry.span, broken);
  }
  return number;
}

std::vector<double> read_shares(const CatalogueContext& in, const TomlValue& entry, const std::string& title,
                                const std::vector<std::string>& members, const std::string& what) {
  std::vector<double> shares(members.size(), 0.0);
  KeyReader keys{in.document, entry, catalogue_keys, "shares", title, in.problems};
  SourcedNumber certificate;
  read_certificate(keys, certificate, entry.span);
  const std::size_t before = in.problems.size();
  const TomlValue* table = keys.value("shares");
  keys.finish();
  if (!table) return shares;
  double sum = 0.0;
  for (const TomlEntry& share : table->entries) {
    const auto at = choose({share.key, share.key_span}, members, what, title, in.document, in.problems);
    if (!share.value.is_number()) {
      keys.add(share.value.span, fmt::format("the share of \"{}\" in {} must be a number", share.key, title));
      continue;
    }
    const std::string broken = check_share(fmt::format("share of \"{}\" in {}", share.key, title), share.value.number);
    if (!broken.empty()) keys.add(share.value.span, broken);
    if (at) shares[static_cast<std::size_t>(*at)] = share.value.number;
    sum += share.value.number;
  }
  if (in.problems.size() == before && !(std::abs(sum - 1.0) <= shares_tolerance)) {
    keys.add(table->span, fmt::format("shares of {} add to {:.10g}, must add to 1", title, sum));
  }
  return shares;
}

}  // namespace drivkraft
