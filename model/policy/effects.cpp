#include "policy/effects.h"

#include <map>

#include "base/math.h"
#include "policy/dose_chain.h"
#include "policy/people_channels.h"

namespace drivkraft {

namespace {

/// Doses of one lever in one region, by year from the scenario's first year.
using DosePath = std::vector<double>;

/// Doses that reach only some industries are a path of their own.
struct Target {
  int entry = -1;
  RegionId region;
  std::vector<IndustryId> industries;
  friend auto operator<=>(const Target&, const Target&) = default;
};

std::map<Target, DosePath> dose_paths(const Scenario& scenario, const LeverCatalogue& catalogue) {
  std::map<Target, DosePath> paths;
  const auto years = static_cast<std::size_t>(scenario.last_year - scenario.first_year + 1);
  for (const LeverDose& dose : scenario.doses) {
    const LeverEntry& entry = catalogue.entries[static_cast<std::size_t>(dose.entry)];
    DosePath& path = paths[{dose.entry, dose.region, dose.industries.empty() ? entry.industries : dose.industries}];
    path.resize(years, 0.0);
    path[static_cast<std::size_t>(dose.year - scenario.first_year)] += dose.amount;
  }
  return paths;
}

double jobs_of(const BaseYear& base, RegionId region, const std::vector<IndustryId>& industries) {
  double jobs = 0.0;
  for (const IndustryId industry : industries) {
    for (int e = 0; e < base.dimensions.education_count(); ++e) jobs += base.employment(region, industry, {e});
  }
  return jobs;
}

double parameter(const ChannelUse& channel, const Draw& draw, const char* name) {
  return draw.value_of(channel.parameters.at(name));
}

template <int W>
void add_channel(const BaseYear& base, const Target& target, const ChannelUse& channel, const DosePath& doses, int year,
                 const Draw& draw, int lane, PolicyEffects<W>& effects) {
  const RegionId region = target.region;
  const auto add = [lane](Lanes<W>& to, double amount) { to.set_lane(lane, to.lane(lane) + amount); };
  switch (channel.channel) {
    case Channel::demand_public: break;  // the dose is its own cost: it is bought below, in the year of the dose
    case Channel::firms_productivity: {
      const double rise = productivity_rise(doses, year, jobs_of(base, region, target.industries), channel, draw);
      for (const IndustryId industry : target.industries) {
        add(effects.log_technology[static_cast<std::size_t>(region.index * base.dimensions.industry_count() +
                                                            industry.index)],
            rise);
      }
      break;
    }
    case Channel::labour_participation: {
      const double persons = participants(doses, year, channel, draw);
      for (int e = 0; e < base.dimensions.education_count(); ++e) {
        add(effects.labour_force_added[static_cast<std::size_t>(region.index * base.dimensions.education_count() + e)],
            persons * channel.education_shares[static_cast<std::size_t>(e)]);
      }
      break;
    }
    case Channel::skills_upgrade:
    case Channel::skills_youth_completion:
    case Channel::migration_retention:
    case Channel::migration_recruitment:
      add_people_channel(channel, region.index, doses, year, draw, lane, effects.people);
      break;
  }
}

}  // namespace

double productivity_rise(const std::vector<double>& doses, int year_index, double jobs, const ChannelUse& channel,
                         const Draw& draw) {
  if (jobs == 0.0) return 0.0;
  const DoseChain chain{parameter(channel, draw, "deadweight"), parameter(channel, draw, "success"),
                        parameter(channel, draw, "displacement"), parameter(channel, draw, "substitution")};
  const double employees = parameter(channel, draw, "employees_per_firm"), size = parameter(channel, draw, "effect");
  const double delay = parameter(channel, draw, "delay"), ramp = parameter(channel, draw, "ramp"),
               half_life = parameter(channel, draw, "half_life");
  double sum = 0.0;
  for (int s = 0; s <= year_index; ++s) {
    const double share = doses[static_cast<std::size_t>(s)] * employees / jobs;
    if (share > 0.0) sum += chain.net(share) * effect_share(year_index - s, delay, ramp, half_life) * size;
  }
  return log1p(sum);
}

double purchased_volume(double cost, double government_tax_rate, double product_share) {
  return cost / (1.0 + government_tax_rate) * product_share;
}

template <int W>
std::vector<PolicyEffects<W>> policy_path(const BaseYear& base, const Scenario& scenario,
                                          const LeverCatalogue& catalogue, const Draw* draws) {
  const int products = base.dimensions.industry_count();
  const double tax = base.final_tax_rate({static_cast<int>(Use::government)});
  const int years = scenario.last_year - scenario.first_year + 1;
  std::vector<PolicyEffects<W>> path(static_cast<std::size_t>(years), PolicyEffects<W>(base.dimensions));
  for (const auto& [target, doses] : dose_paths(scenario, catalogue)) {
    const LeverEntry& entry = catalogue.entries[static_cast<std::size_t>(target.entry)];
    const RegionId region = target.region;
    for (int year = 0; year < years; ++year) {
      PolicyEffects<W>& effects = path[static_cast<std::size_t>(year)];
      for (int lane = 0; lane < W; ++lane) {
        for (const ChannelUse& channel : entry.channels)
          add_channel(base, target, channel, doses, year, draws[lane], lane, effects);
        const double cost = doses[static_cast<std::size_t>(year)] * draws[lane].value_of(entry.public_cost);
        if (cost == 0.0) continue;
        for (int i = 0; i < products; ++i) {
          Lanes<W>& cell = effects.public_purchases[static_cast<std::size_t>(region.index * products + i)];
          cell.set_lane(lane,
                        cell.lane(lane) + purchased_volume(cost, tax, entry.spending[static_cast<std::size_t>(i)]));
        }
      }
    }
  }
  return path;
}

template std::vector<PolicyEffects<1>> policy_path<1>(const BaseYear&, const Scenario&, const LeverCatalogue&,
                                                      const Draw*);
template std::vector<PolicyEffects<4>> policy_path<4>(const BaseYear&, const Scenario&, const LeverCatalogue&,
                                                      const Draw*);
template std::vector<PolicyEffects<8>> policy_path<8>(const BaseYear&, const Scenario&, const LeverCatalogue&,
                                                      const Draw*);

}  // namespace drivkraft
