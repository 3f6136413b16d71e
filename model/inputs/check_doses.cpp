#include <fmt/format.h>

#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "inputs/read_scenario.h"

namespace drivkraft {

namespace {

/// Whole numbers with thousands separated; a fraction keeps one digit.
std::string count_text(double value) {
  const bool whole = value == std::floor(value);
  std::string digits = fmt::format("{:.{}f}", value, whole ? 0 : 1);
  std::size_t at = whole ? digits.size() : digits.size() - 2;
  while (at > 3) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

struct Check {
  const ScenarioFile& file;
  const LeverCatalogue& catalogue;
  const Dimensions& dimensions;
  const WhatExists& exists;
  Problems& problems;

  [[nodiscard]] const LeverEntry& entry(const LeverDose& dose) const {
    return catalogue.entries[static_cast<std::size_t>(dose.entry)];
  }
  [[nodiscard]] const std::string& region(const LeverDose& dose) const {
    return dimensions.regions[static_cast<std::size_t>(dose.region.index)].id;
  }
};

double number(const ChannelUse& use, const std::string& name) {
  return use.parameters.at(name).value;
}

/// Firms treated times their employees cannot exceed the jobs of the industries they are in.
void check_firms(const Check& in, std::size_t k, const LeverDose& dose, const ChannelUse& use) {
  const LeverEntry& entry = in.entry(dose);
  double jobs = 0.0;
  for (const IndustryId industry : dose.industries.empty() ? entry.industries : dose.industries) {
    jobs += in.exists.jobs(dose.region, industry);
  }
  const double employees = number(use, "employees_per_firm");
  if (dose.amount * employees <= jobs) return;
  in.problems.add(in.file.dose_places[k],
                  fmt::format("lever \"{}\" treats {} firms of {} employed in {} in {}, the industries it reaches have "
                              "{} jobs there: at most {} firms",
                              entry.id, count_text(dose.amount), employees, in.region(dose), dose.year,
                              count_text(std::floor(jobs)), count_text(std::floor(jobs / employees))));
}

/// Persons brought in by all levers of a region, year by year; those who stay are no longer outside.
class Participation {
 public:
  explicit Participation(const Check& in) : in_(in) {}

  void add(std::size_t k, const LeverDose& dose, const ChannelUse& use) {
    doses_[dose.region][dose.year].push_back({k, dose.amount, 1.0 - number(use, "deadweight"), number(use, "exit")});
  }

  void check() const {
    for (const auto& [region, years] : doses_) check_region(region, years);
  }

 private:
  struct Entering {
    std::size_t dose;
    double persons;
    double additional_share;
    double exit;
  };
  using Years = std::map<int, std::vector<Entering>>;

  void check_region(RegionId region, const Years& years) const {
    std::vector<std::tuple<int, double, double>> inside;  // year of entry, persons, yearly exit
    for (const auto& [year, entering] : years) {
      double left = in_.exists.outside_labour_force(region);
      for (const auto& [entered, persons, exit] : inside) left -= persons * std::pow(1.0 - exit, year - entered);
      for (const Entering& each : entering) {
        if (each.persons > left) tell(each.dose, left);
        left -= each.persons;
        inside.emplace_back(year, each.persons * each.additional_share, each.exit);
      }
    }
  }

  void tell(std::size_t k, double left) const {
    const LeverDose& dose = in_.file.scenario.doses[k];
    in_.problems.add(in_.file.dose_places[k],
                     fmt::format("lever \"{}\" moves {} persons in {} in {}, only {} of 15 to 64 are outside the "
                                 "labour force there",
                                 in_.entry(dose).id, count_text(dose.amount), in_.region(dose), dose.year,
                                 count_text(std::floor(std::max(left, 0.0)))));
  }

  const Check& in_;
  std::map<RegionId, Years> doses_;
};

}  // namespace

void check_doses(const ScenarioFile& file, const LeverCatalogue& catalogue, const Dimensions& dimensions,
                 const WhatExists& exists, Problems& problems) {
  const Check in{file, catalogue, dimensions, exists, problems};
  Participation participation{in};
  for (std::size_t k = 0; k < file.scenario.doses.size(); ++k) {
    const LeverDose& dose = file.scenario.doses[k];
    for (const ChannelUse& use : in.entry(dose).channels) {
      if (use.channel == Channel::firms_productivity) check_firms(in, k, dose, use);
      if (use.channel == Channel::labour_participation) participation.add(k, dose, use);
    }
  }
  participation.check();
}

}  // namespace drivkraft
