#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <utility>
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
  [[nodiscard]] double jobs(const LeverDose& dose, EducationId education) const {
    double sum = 0.0;
    for (const IndustryId industry : industries(dose))
      sum += reach_of(entry(dose), industry) * exists.jobs(dose.region, industry, education);
    return sum;
  }
  /// A table of the dose's region summed over what the lever reaches.
  template <class Table>
  [[nodiscard]] double reached(const LeverDose& dose, const Table& table) const {
    double sum = 0.0;
    for (const IndustryId industry : industries(dose))
      sum += reach_of(entry(dose), industry) * table(dose.region, industry);
    return sum;
  }
  [[nodiscard]] const std::vector<IndustryId>& industries(const LeverDose& dose) const {
    return dose.industries.empty() ? entry(dose).industries : dose.industries;
  }
  [[nodiscard]] const std::string& education(EducationId id) const {
    return dimensions.educations[static_cast<std::size_t>(id.index)].id;
  }
};

double number(const ChannelUse& use, const std::string& name) {
  return use.parameters.at(name).value;
}

/// Firms treated times their employees cannot exceed the jobs of the industries they are in. False when they do.
bool check_firms(const Check& in, std::size_t k, const LeverDose& dose, const ChannelUse& use) {
  const LeverEntry& entry = in.entry(dose);
  double jobs = 0.0;
  for (int e = 0; e < in.dimensions.education_count(); ++e) jobs += in.jobs(dose, {e});
  const double employees = number(use, "employees_per_firm");
  if (dose.amount * employees <= jobs) return true;
  in.problems.add(in.file.dose_places[k],
                  fmt::format("lever \"{}\" treats {} firms of {} employed in {} in {}, the industries it reaches have "
                              "{} jobs there: at most {} firms",
                              entry.id, count_text(dose.amount), employees, in.region(dose), dose.year,
                              count_text(std::floor(jobs)), count_text(std::floor(jobs / employees))));
  return false;
}

/// Treated firms cannot export more than their industries do.
void check_exports(const Check& in, std::size_t k, const LeverDose& dose, const ChannelUse& use) {
  const double exports = in.reached(dose, in.exists.exports);
  const double each = number(use, "exports_per_firm");
  if (dose.amount * each <= exports) return;
  in.problems.add(
      in.file.dose_places[k],
      fmt::format("lever \"{}\" treats {} firms that export {} mio. DKK each in {} in {}, the industries it "
                  "reaches export {} mio. DKK there: at most {} firms",
                  in.entry(dose).id, count_text(dose.amount), each, in.region(dose), dose.year,
                  count_text(std::floor(exports)), count_text(std::floor(exports / each))));
}

/// No more firms can be treated than there are, and of new ones no more than start in a year.
void check_stock(const Check& in, std::size_t k, const LeverDose& dose, bool starting) {
  const double firms = in.reached(dose, starting ? in.exists.starting_firms : in.exists.firms);
  if (dose.amount <= firms) return;
  in.problems.add(in.file.dose_places[k],
                  fmt::format("lever \"{}\" treats {} {} in {} in {}, the industries it reaches have {} there",
                              in.entry(dose).id, count_text(dose.amount), starting ? "new firms" : "firms",
                              in.region(dose), dose.year, count_text(std::floor(firms))));
}

/// A way cannot get shorter than no time at all.
class Ways {
 public:
  explicit Ways(const Check& in) : in_(in) {}

  void add(std::size_t k, const LeverDose& dose, const ChannelUse& use) {
    const int to = use.to_region.index;
    if (to < 0) return;  // how far abroad is, is not known
    const auto ends = std::minmax(dose.region.index, to);
    double& saved = saved_[{dose.year, ends.first, ends.second, static_cast<int>(use.channel)}];
    saved += dose.amount;
    const double minutes = in_.exists.travel_minutes(dose.region, {to});
    if (saved < minutes) return;
    in_.problems.add(in_.file.dose_places[k],
                     fmt::format("lever \"{}\" saves {} minutes between {} and {} in {}, the way takes {} minutes",
                                 in_.entry(dose).id, saved, in_.region(dose),
                                 in_.dimensions.regions[static_cast<std::size_t>(to)].id, dose.year, minutes));
  }

 private:
  const Check& in_;
  std::map<std::tuple<int, int, int, int>, double> saved_;  // by year, both ends, channel
};

/// Persons treated by education, against those who are there: the unemployed, or the jobs that are subsidised.
void check_persons(const Check& in, std::size_t k, const LeverDose& dose, const ChannelUse& use, bool unemployed) {
  for (int e = 0; e < in.dimensions.education_count(); ++e) {
    const double persons = dose.amount * use.education_shares[static_cast<std::size_t>(e)];
    const double there = unemployed ? in.exists.unemployed(dose.region, {e}) : in.jobs(dose, {e});
    if (persons <= there) continue;
    in.problems.add(in.file.dose_places[k],
                    fmt::format("lever \"{}\" treats {} {} with {} in {} in {}, only {} are there", in.entry(dose).id,
                                count_text(persons), unemployed ? "unemployed" : "jobs", in.education({e}),
                                in.region(dose), dose.year, count_text(std::floor(there))));
  }
}

/// What levers together pay of the wages of a cell's jobs within one year; nobody is paid to be employed.    (PO-6)
class Subsidies {
 public:
  explicit Subsidies(const Check& in) : in_(in) {}

  void add(std::size_t k, const LeverDose& dose, const ChannelUse& use) {
    for (int e = 0; e < in_.dimensions.education_count(); ++e) {
      const double persons = dose.amount * use.education_shares[static_cast<std::size_t>(e)];
      const double jobs = in_.jobs(dose, {e});
      if (persons == 0.0 || persons > jobs) continue;  // more persons than jobs are told as such
      for (const IndustryId industry : in_.industries(dose)) {
        const double wage = in_.exists.wages(dose.region, industry, {e});
        if (wage == 0.0) continue;
        const double most = months_a_year * number(use, "monthly_cap") / wage;
        double& paid = paid_[{dose.region.index, dose.year, industry.index, e}];
        paid += persons / jobs * reach_of(in_.entry(dose), industry) * std::min(number(use, "wage_share"), most) *
                number(use, "months") / months_a_year;
        if (paid >= 1.0) return tell(k, dose, industry, {e}, paid);
      }
    }
  }

 private:
  static constexpr double months_a_year = 12.0;

  void tell(std::size_t k, const LeverDose& dose, IndustryId industry, EducationId education, double paid) const {
    in_.problems.add(
        in_.file.dose_places[k],
        fmt::format(
            "with lever \"{}\" wage subsidies pay {:.4g} of the wages of jobs with {} in {} in {} in {}, it must "
            "be less than all",
            in_.entry(dose).id, paid, in_.education(education),
            in_.dimensions.industries[static_cast<std::size_t>(industry.index)].id, in_.region(dose), dose.year));
  }

  const Check& in_;
  std::map<std::tuple<int, int, int, int>, double> paid_;  // share of the wage, by region, year, industry, education
};

/// What shocks together take from a product cannot be more than residents and visitors buy of it.    (PO-14)
class Falls {
 public:
  explicit Falls(const Check& in) : in_(in) {}

  void add(std::size_t k, const LeverDose& dose, const ChannelUse& use) {
    const double money = dose.amount * number(use, "effect") * (1.0 - number(use, "displacement"));
    for (int i = 0; i < in_.dimensions.industry_count(); ++i) {
      double& moved = moved_[{dose.region.index, dose.year, i}];
      const double before = moved, bought = in_.exists.consumption(dose.region, {i});
      moved += money * use.product_shares[static_cast<std::size_t>(i)];
      if (moved >= before || -moved < bought) continue;
      in_.problems.add(in_.file.dose_places[k],
                       fmt::format("with lever \"{}\" {} mio. DKK less is spent on {} in {} in {}, all spend {} there",
                                   in_.entry(dose).id, count_text(std::round(-moved)),
                                   in_.dimensions.industries[static_cast<std::size_t>(i)].id, in_.region(dose),
                                   dose.year, count_text(std::floor(bought))));
    }
  }

 private:
  const Check& in_;
  std::map<std::tuple<int, int, int>, double> moved_;  // mio. DKK, by region, year, product
};

/// Demand abroad is for a product: all regions have the same dose of it in a year.
class WorldDemand {
 public:
  explicit WorldDemand(const Check& in) : in_(in) {}

  void add(std::size_t k, const LeverDose& dose) { doses_[{dose.entry, dose.year}].push_back(k); }

  void check() const {
    const std::vector<LeverDose>& doses = in_.file.scenario.doses;
    for (const auto& [lever_and_year, places] : doses_) {
      const LeverDose& first = doses[places.front()];
      bool alike = places.size() == static_cast<std::size_t>(in_.dimensions.region_count());
      for (const std::size_t k : places)
        alike = alike && doses[k].amount == first.amount && doses[k].industries == first.industries;
      if (alike) continue;
      in_.problems.add(
          in_.file.dose_places[places.front()],
          fmt::format("lever \"{}\" moves demand abroad in {}, which is the same for all regions: give one "
                      "dose with regions = \"all\"",
                      in_.entry(first).id, first.year));
    }
  }

 private:
  const Check& in_;
  std::map<std::pair<int, int>, std::vector<std::size_t>> doses_;
};

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

/// Persons by education and age whom levers of one kind treat in a region within one year: several levers share them.
class Treated {
 public:
  explicit Treated(const Check& in) : in_(in) {}

  /// Takes persons of some ages out of those who are left, from each age by its share of them.
  void take(std::size_t k, const ChannelUse& use, EducationId education, double persons) {
    if (persons == 0.0) return;
    const LeverDose& dose = in_.file.scenario.doses[k];
    const int from = static_cast<int>(number(use, "age_from")), to = static_cast<int>(number(use, "age_to"));
    std::vector<double>& left = left_of(dose, education);
    double there = 0.0;
    for (int age = from; age <= to; ++age) there += left[static_cast<std::size_t>(age)];
    if (persons > there) tell(k, dose, education, persons, there, from, to);
    const double staying = persons < there ? 1.0 - persons / there : 0.0;
    for (int age = from; age <= to; ++age) left[static_cast<std::size_t>(age)] *= staying;
  }

 private:
  std::vector<double>& left_of(const LeverDose& dose, EducationId education) {
    std::vector<double>& left = left_[{dose.region.index, dose.year, education.index}];
    for (int age = 0; left.size() < age_count; ++age) left.push_back(in_.exists.people(dose.region, education, {age}));
    return left;
  }

  void tell(std::size_t k, const LeverDose& dose, EducationId education, double persons, double there, int from,
            int to) const {
    in_.problems.add(in_.file.dose_places[k],
                     fmt::format("lever \"{}\" treats {} persons of {} to {} with {} in {} in {}, only {} are there",
                                 in_.entry(dose).id, count_text(persons), from, to, in_.education(education),
                                 in_.region(dose), dose.year, count_text(std::floor(there))));
  }

  const Check& in_;
  std::map<std::tuple<int, int, int>, std::vector<double>> left_;  // by region, year, education
};

/// Nobody is lifted to an education at an age at which nobody in the country holds it.
void check_reachable(const Check& in, std::size_t k, const LeverDose& dose, const ChannelUse& use) {
  const int to = static_cast<int>(number(use, "age_to"));
  for (int age = static_cast<int>(number(use, "age_from")); age <= to; ++age) {
    double holders = 0.0;
    for (int r = 0; r < in.dimensions.region_count(); ++r) holders += in.exists.people({r}, use.to_education, {age});
    if (holders > 0.0) continue;
    in.problems.add(in.file.dose_places[k],
                    fmt::format("lever \"{}\" lifts people of {} to {}, nobody has it at that age", in.entry(dose).id,
                                age, in.education(use.to_education)));
    return;
  }
}

/// A belief may have moved one of the two; whoever left after two years has also left after five.
void check_exits(const Check& in, std::size_t k, const LeverDose& dose, const ChannelUse& use) {
  const double two = number(use, "exit_two_years"), five = number(use, "exit_five_years");
  if (two <= five && five < 1.0) return;
  in.problems.add(in.file.dose_places[k],
                  fmt::format("of the recruits of lever \"{}\" {} are gone after two years and {} after five: the "
                              "second must not be below the first, and both below 1",
                              in.entry(dose).id, two, five));
}

}  // namespace

void check_doses(const ScenarioFile& file, const LeverCatalogue& catalogue, const Dimensions& dimensions,
                 const WhatExists& exists, Problems& problems) {
  const Check in{file, catalogue, dimensions, exists, problems};
  Participation participation{in};
  Treated lifted{in}, kept{in};
  WorldDemand world_demand{in};
  Ways ways{in};
  Subsidies subsidies{in};
  Falls falls{in};
  for (std::size_t k = 0; k < file.scenario.doses.size(); ++k) {
    const LeverDose& dose = file.scenario.doses[k];
    for (const ChannelUse& use : in.entry(dose).channels) {
      switch (use.channel) {
        case Channel::firms_productivity:
        case Channel::firms_first_academic:
        case Channel::adoption_digital:
        case Channel::adoption_automation:
        case Channel::adoption_innovation:
        case Channel::adoption_green:
        case Channel::resource_efficiency:
        case Channel::firms_scaleup:
          if (check_firms(in, k, dose, use)) check_stock(in, k, dose, false);
          break;
        case Channel::firms_survival: check_stock(in, k, dose, true); break;
        case Channel::firms_entry: break;  // who starts is not among those who are there
        case Channel::access_commuting:
        case Channel::access_trade: ways.add(k, dose, use); break;
        case Channel::firms_exports: check_exports(in, k, dose, use); break;
        case Channel::matching_efficiency: check_persons(in, k, dose, use, true); break;
        case Channel::labour_wage_subsidy:
          check_persons(in, k, dose, use, false);
          subsidies.add(k, dose, use);
          break;
        case Channel::world_demand: world_demand.add(k, dose); break;
        case Channel::demand_tourism: falls.add(k, dose, use); break;
        case Channel::demand_public:
        case Channel::demand_construction:
        case Channel::investment_private: break;  // money has no bound here
        case Channel::labour_participation: participation.add(k, dose, use); break;
        case Channel::skills_upgrade:
        case Channel::skills_youth_completion:
          lifted.take(k, use, use.from_education, dose.amount);
          check_reachable(in, k, dose, use);
          break;
        case Channel::migration_retention:
          for (std::size_t e = 0; e < use.education_shares.size(); ++e)
            kept.take(k, use, {static_cast<int>(e)}, dose.amount * use.education_shares[e]);
          break;
        case Channel::migration_recruitment: check_exits(in, k, dose, use); break;
      }
    }
  }
  participation.check();
  world_demand.check();
}

}  // namespace drivkraft
