#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/errors.h"
#include "base/quantity.h"
#include "base/table.h"
#include "economy/dimensions.h"
#include "economy/parameters.h"
#include "economy/provenance.h"
#include "economy/scenario.h"
#include "inputs/toml_document.h"

namespace drivkraft {

struct BaseTables;
struct BaseYear;

/// What a scenario is read against.
struct ScenarioContext {
  const Dimensions& dimensions;
  const LeverCatalogue& catalogue;
  const ParameterTable& parameters;
};

/// A scenario with the places of what can only be checked later. Settings of the command line are in the scenario, and
/// its text ends with a comment for each.
struct ScenarioFile {
  Scenario scenario;
  Scenario baseline;                     // as its file says; without a text when the scenario is its own baseline
  std::vector<Place> dose_places;        // of scenario.doses, in the same order
  std::vector<std::size_t> share_doses;  // positions of doses that are still shares of what exists, see resolve_shares
  bool has_years = false;                // false when the years of the file are missing or out of range
};

/// Reads a scenario file, what it extends, its overlays and its baseline, lays the settings over it, and checks every
/// key, name, year and number, also across the files. All problems are added to `problems` in the order of the file;
/// with any, the result holds what is sound and serves only to look for more (resolve_shares, check_doses). A belief
/// that the baseline's file states holds for both paths.
[[nodiscard]] ScenarioFile read_scenario(const std::filesystem::path& file, const ScenarioContext& context,
                                         std::span<const Setting> settings, InputRecord& record, Problems& problems);

/// The same for a text, without its baseline; `others` are texts that it may extend or lay over, by name.
[[nodiscard]] ScenarioFile parse_scenario(std::string text, std::string shown, const ScenarioContext& context,
                                          std::span<const Setting> settings, Problems& problems,
                                          const std::map<std::string, std::string>& others = {});

/// The scenario with nothing left out: one file that extends nothing, every dose by region and year, every closure and
/// belief. Read again it gives the same scenario; `baseline` is "" for a file that is its own, else the name under
/// which the expanded baseline lies beside it. Shares must be resolved.
[[nodiscard]] std::string expanded_text(const Scenario& scenario, const ScenarioContext& context);

/// What doses can reach, in the base year.
struct WhatExists {
  explicit WhatExists(const Dimensions& d)
      : outside_labour_force(d.region_count()),
        unemployed(d.region_count(), d.education_count()),
        people(d.region_count(), d.education_count(), age_count),
        jobs(d.region_count(), d.industry_count(), d.education_count()),
        wages(jobs.size(0), jobs.size(1), jobs.size(2)),
        exports(d.region_count(), d.industry_count()),
        consumption(exports.size(0), exports.size(1)),
        firms(exports.size(0), exports.size(1)),
        starting_firms(exports.size(0), exports.size(1)),
        travel_minutes(d.region_count(), d.region_count()) {}
  Table<PersonUnit, RegionId> outside_labour_force;  // people 15-64 less the labour force under 65
  Table<PersonUnit, RegionId, EducationId> unemployed;
  Table<PersonUnit, RegionId, EducationId, AgeId> people;  // both sexes, first projected 1 January
  Table<PersonUnit, RegionId, IndustryId, EducationId> jobs;
  Table<MioDkkPerPersonUnit, RegionId, IndustryId, EducationId> wages;  // a job and year
  Table<MioDkkUnit, RegionId, IndustryId> exports;
  Table<MioDkkUnit, RegionId, IndustryId> consumption;   // of residents and visitors, by product
  Table<FirmUnit, RegionId, IndustryId> firms;           // empty cells: no stock of firms is known
  Table<FirmUnit, RegionId, IndustryId> starting_firms;  // a year
  Table<MinuteUnit, RegionId, RegionId> travel_minutes;
};
[[nodiscard]] WhatExists what_exists(const BaseYear& base, const BaseTables& tables);

/// Doses that are shares become numbers: the share of the firms or persons that the lever may reach in the region in
/// the base year. A lever that reaches nothing that a table counts (money, people from abroad) has a problem.
void resolve_shares(ScenarioFile& file, const LeverCatalogue& catalogue, const Dimensions& dimensions,
                    const WhatExists& exists, Problems& problems);

/// Doses that treat more people, jobs or exports than there are: a problem each, with the number available. People
/// brought into the labour force in one year are no longer outside it in the next; several levers share what exists.
/// Wage subsidies that together pay all of a wage are a problem too.
/// People lifted to another education, or kept, are held against those of the education and ages in the base year, each
/// year anew: who grows into the ages later is not known here, the simulation counts them.
void check_doses(const ScenarioFile& file, const LeverCatalogue& catalogue, const Dimensions& dimensions,
                 const WhatExists& exists, Problems& problems);

}  // namespace drivkraft
