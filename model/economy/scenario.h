#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/ids.h"

namespace drivkraft {

enum class WageClosure { curve, fixed_real, flexible };
enum class CapitalClosure { adjusting, mobile };
enum class MigrationClosure { logit, off };
enum class Financing { national, within_budget, none };

/// Blocks that a scenario may keep on their baseline path.
struct Hold {
  bool wages = false, capital = false, investment = false, consumption = false, government = false, exports = false,
       labour_force = false, migration = false, participation = false, technology = false, adoption = false,
       firms = false;
};

/// Choices of theory; a baseline always runs with the first of each and nothing held.
struct Closures {
  WageClosure wages = WageClosure::curve;
  CapitalClosure capital = CapitalClosure::adjusting;
  MigrationClosure migration = MigrationClosure::logit;
  Financing financing = Financing::national;
  Hold hold;
};

/// Names as files write them, in the order of the enumerations.
inline const std::vector<std::string> wage_closure_names{"curve", "fixed_real", "flexible"};
inline const std::vector<std::string> capital_closure_names{"adjusting", "mobile"};
inline const std::vector<std::string> migration_closure_names{"logit", "off"};
inline const std::vector<std::string> financing_names{"national", "within_budget", "none"};
inline const std::vector<std::string> hold_names{"wages",         "capital",    "investment",   "consumption",
                                                 "government",    "exports",    "labour_force", "migration",
                                                 "participation", "technology", "adoption",     "firms"};

/// The channels (model/README.md, section 5), in the order of channel_names.
enum class Channel {
  firms_productivity,
  demand_public,
  labour_participation,
  skills_upgrade,
  skills_youth_completion,
  migration_retention,
  migration_recruitment,
  matching_efficiency,
  labour_wage_subsidy,
  firms_first_academic,
  firms_exports,
  adoption_digital,
  adoption_automation,
  adoption_innovation,
  adoption_green,
  investment_private,
  demand_tourism,
  demand_construction,
  world_demand,
  firms_entry,
  firms_survival,
  firms_scaleup,
  resource_efficiency,
  access_commuting,
  access_trade
};
inline const std::vector<std::string> channel_names{"firms.productivity",
                                                    "demand.public",
                                                    "labour.participation",
                                                    "skills.upgrade",
                                                    "skills.youth_completion",
                                                    "migration.retention",
                                                    "migration.recruitment",
                                                    "matching.efficiency",
                                                    "labour.wage_subsidy",
                                                    "firms.first_academic",
                                                    "firms.exports",
                                                    "adoption.digital",
                                                    "adoption.automation",
                                                    "adoption.innovation",
                                                    "adoption.green",
                                                    "investment.private",
                                                    "demand.tourism",
                                                    "demand.construction",
                                                    "world.demand",
                                                    "firms.entry",
                                                    "firms.survival",
                                                    "firms.scaleup",
                                                    "resource.efficiency",
                                                    "access.commuting",
                                                    "access.trade"};

enum class DoseUnit { firms, persons, mio_dkk, percent, minutes };  // a year; the last two while they last
inline const std::vector<std::string> dose_unit_names{"firms", "persons", "mio_dkk", "percent", "minutes"};

/// A number of a lever with its birth certificate.
struct SourcedNumber {
  double value = 0.0;
  std::string unit;
  std::string status;     // observed, derived, assumed
  std::string source;     // key of a source, a register row or a parameter key
  std::string parameter;  // key of the parameter row that the value is drawn from; "" for a number of its own
  char grade = 'D';
};

/// One way in which a lever acts, with its effect, chain and timing by name (effect, employees_per_firm, deadweight,
/// displacement, substitution, success, delay, ramp, half_life, exit ...); what a channel needs stands in policy/.
struct ChannelUse {
  Channel channel = Channel::firms_productivity;
  std::map<std::string, SourcedNumber> parameters;
  std::vector<double> education_shares;  // persons by education, adds to 1; empty where the channel names educations
  EducationId from_education, to_education;  // skills.*: what people had, and what they reach
  EducationId hired_education;               // firms.first_academic: whom the firms hire
  std::vector<double> product_shares;        // demand.*: what is bought by product, adds to 1
  std::vector<IndustryId> inputs;            // resource.efficiency: which products are saved
  RegionId to_region;                        // access.*: the other end; -1: abroad
};

/// What a lever is expected to move: alone, at its default dose under the default closures, in the region of the dose,
/// added up over the years of the scenario.
enum class ExpectedIndicator { productivity, employment, unemployment, real_gdp, labour_force, exports, emissions };
inline const std::vector<std::string> expected_indicators{"productivity", "employment", "unemployment", "real_gdp",
                                                          "labour_force", "exports",    "emissions"};
struct ExpectedChange {
  ExpectedIndicator indicator = ExpectedIndicator::real_gdp;
  bool up = true;
};

/// One lever of the catalogue (data/levers/*.toml).
struct LeverEntry {
  std::string id;
  std::string name_da;
  std::string name_en;
  std::string document_id;
  std::string document;  // title of the source document
  bool shock = false;    // of our own: no document describes it
  std::string place;     // section and lines in it
  std::string driver;
  std::string instrument;
  std::string target_group;
  std::vector<RegionId> regions;       // where it may be applied
  std::vector<IndustryId> industries;  // whom it reaches; empty where the channel has no industry
  std::vector<double> reach;           // of strength positions: the part of each of these; empty: all of them
  DoseUnit dose_unit = DoseUnit::firms;
  SourcedNumber default_dose;
  SourcedNumber public_cost;  // mio. DKK a unit of dose, purchasers' value at base-year prices
  SourcedNumber private_cost;
  std::vector<double> spending;  // share of the public cost by product, adds to 1
  std::vector<ChannelUse> channels;
  std::vector<ExpectedChange> expected;
  std::string notes;  // what the evidence does not support
};

/// Share of an industry's firms and jobs that a lever reaches.
[[nodiscard]] inline double reach_of(const LeverEntry& entry, IndustryId industry) {
  for (std::size_t k = 0; k < entry.reach.size(); ++k) {
    if (entry.industries[k] == industry) return entry.reach[k];
  }
  return 1.0;
}

/// One file of data/levers.
struct LeverDocument {
  std::string id, title_da, title_en, publisher;
  int year = 0;
  bool shocks = false;  // shocks of our own, which no document describes
};

/// A dose may lie below zero where nobody pays for it: demand abroad, and in a shock what is spent at home.
[[nodiscard]] inline bool may_fall(const LeverEntry& entry) {
  if (entry.dose_unit == DoseUnit::percent) return true;
  if (!entry.shock || entry.public_cost.value != 0.0 || entry.channels.empty()) return false;
  for (const ChannelUse& use : entry.channels) {
    if (use.channel != Channel::demand_tourism) return false;
  }
  return true;
}

struct LeverCatalogue {
  std::vector<LeverEntry> entries;
  std::vector<LeverDocument> documents = {};
};

/// One use of a lever in a scenario: dose in one region and year.
struct LeverDose {
  int entry = -1;  // index into the catalogue
  RegionId region;
  int year = 0;
  double amount = 0.0;
  std::vector<IndustryId> industries;  // only these of the entry's industries; empty: all of them
};

struct ParameterOverride {
  std::string key;
  double value = 0.0;
};

/// What is asked, checked and expanded.
struct Scenario {
  std::string name;
  std::string about;
  std::string stem;      // file name without folder and ending; names the result
  std::string baseline;  // file of the baseline, "" when the file is its own
  int first_year = 2018;
  int last_year = 2040;
  Closures closures;
  std::vector<LeverDose> doses;  // one for each lever, region and year; sorted by entry, region, year
  std::vector<ParameterOverride> parameters;
  std::string text;  // the file as read
};

}  // namespace drivkraft
