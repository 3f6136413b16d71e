#include <fmt/format.h>

#include <optional>
#include <string>
#include <vector>

#include "inputs/read_scenario.h"

namespace drivkraft {

namespace {

double number(const ChannelUse& use, const std::string& name) {
  return use.parameters.at(name).value;
}

/// People of one education and of the ages that a channel names.
double people(const WhatExists& exists, RegionId region, EducationId education, const ChannelUse& use) {
  const int from = static_cast<int>(number(use, "age_from")), to = static_cast<int>(number(use, "age_to"));
  double total = 0.0;
  for (int age = from; age <= to; ++age) total += exists.people(region, education, {age});
  return total;
}

/// Firms or persons that a channel may treat in a year; none where no table counts them.
std::optional<double> reach(const ChannelUse& use, const LeverEntry& entry, const LeverDose& dose,
                            const WhatExists& exists) {
  const auto reached = [&](const auto& table) {
    double total = 0.0;
    for (const IndustryId industry : dose.industries.empty() ? entry.industries : dose.industries)
      total += reach_of(entry, industry) * table(industry);
    return total;
  };
  const auto jobs = [&](int education) {
    return reached([&](IndustryId industry) { return exists.jobs(dose.region, industry, {education}); });
  };
  if (use.parameters.count("employees_per_firm") != 0) {
    double all = 0.0;
    for (int e = 0; e < exists.jobs.size(2); ++e) all += jobs(e);
    return all / number(use, "employees_per_firm");
  }
  switch (use.channel) {
    case Channel::firms_exports:
      return reached([&](IndustryId industry) { return exists.firms(dose.region, industry); });
    case Channel::firms_entry:
    case Channel::firms_survival:
      return reached([&](IndustryId industry) { return exists.starting_firms(dose.region, industry); });
    case Channel::matching_efficiency:
    case Channel::labour_wage_subsidy: {
      double total = 0.0;
      for (int e = 0; e < exists.unemployed.size(1); ++e) {
        if (use.education_shares[static_cast<std::size_t>(e)] == 0.0) continue;
        total += use.channel == Channel::labour_wage_subsidy ? jobs(e) : exists.unemployed(dose.region, {e});
      }
      return total;
    }
    case Channel::labour_participation: return exists.outside_labour_force(dose.region);
    case Channel::skills_upgrade:
    case Channel::skills_youth_completion: return people(exists, dose.region, use.from_education, use);
    case Channel::migration_retention: {
      double total = 0.0;
      for (std::size_t e = 0; e < use.education_shares.size(); ++e) {
        if (use.education_shares[e] > 0.0) total += people(exists, dose.region, {static_cast<int>(e)}, use);
      }
      return total;
    }
    default: return std::nullopt;
  }
}

}  // namespace

void resolve_shares(ScenarioFile& file, const LeverCatalogue& catalogue, const Dimensions& dimensions,
                    const WhatExists& exists, Problems& problems) {
  for (const std::size_t k : file.share_doses) {
    LeverDose& dose = file.scenario.doses[k];
    const LeverEntry& entry = catalogue.entries[static_cast<std::size_t>(dose.entry)];
    std::optional<double> reached;
    for (const ChannelUse& use : entry.channels) {
      if (!reached) reached = reach(use, entry, dose, exists);
    }
    if (reached) {
      dose.amount *= *reached;
      continue;
    }
    problems.add(file.dose_places[k],
                 fmt::format("no table counts what lever \"{}\" reaches in {}, its dose cannot be a share", entry.id,
                             dimensions.regions[static_cast<std::size_t>(dose.region.index)].id),
                 fmt::format("write a number of {}", dose_unit_names[static_cast<std::size_t>(entry.dose_unit)]));
  }
  file.share_doses.clear();
}

}  // namespace drivkraft
