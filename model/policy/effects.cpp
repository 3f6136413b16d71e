#include "policy/effects.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "policy/access_channels.h"
#include "policy/demand_channels.h"
#include "policy/dose_chain.h"
#include "policy/firm_channels.h"
#include "policy/firm_stock_channels.h"
#include "policy/labour_channels.h"
#include "policy/people_channels.h"
#include "policy/pull.h"

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

double tax_rate(const BaseYear& base, Use use) {
  return base.final_tax_rate({static_cast<int>(use)});
}

template <int W>
void raise_productivity(const Pull<W>& pull) {
  const double jobs = pull.jobs();
  for (std::size_t k = 0; k < pull.industries.size(); ++k) {
    const double rise = productivity_rise(pull.doses, pull.year, jobs, pull.reach[k], pull.channel, pull.draw);
    pull.add(pull.effects.log_technology, pull.cells(), pull.cell(pull.industries[k]), rise);
  }
}

/// Persons wanted, spread over industries by their jobs.
template <int W>
void add_hires(const Pull<W>& pull) {
  const double persons = wanted_hires(pull.doses, pull.year, pull.channel, pull.draw);
  const int education = pull.channel.hired_education.index;
  const double jobs = pull.jobs(education);
  if (jobs == 0.0) return;
  const std::size_t cells = pull.cells() * pull.base.dimensions.educations.size();
  for (std::size_t k = 0; k < pull.industries.size(); ++k) {
    const IndustryId industry = pull.industries[k];
    const double share = pull.reach[k] * pull.base.employment({pull.region}, industry, {education}) / jobs;
    pull.add(pull.effects.hires, cells, pull.cell(industry, education), persons * share);
  }
}

template <int W>
void spread_practice(const Pull<W>& pull) {
  const std::string& name = channel_names[static_cast<std::size_t>(pull.channel.channel)];
  const std::vector<std::string> practices = ids_of(pull.base.dimensions.practices);
  const auto known = std::find(practices.begin(), practices.end(), name.substr(name.find('.') + 1));
  if (known == practices.end()) throw std::logic_error("no practice for the channel " + name);
  const auto practice = static_cast<std::size_t>(known - practices.begin());
  const double rise = adopters_rise(pull.doses, pull.year, pull.jobs(), pull.channel, pull.draw);
  for (std::size_t k = 0; k < pull.industries.size(); ++k)
    pull.add(pull.effects.adoption, pull.cells() * practices.size(),
             pull.cell(pull.industries[k]) * practices.size() + practice, rise * pull.reach[k]);
}

template <int W>
void raise_exports(const Pull<W>& pull) {
  pull.add_by_reach(pull.effects.exports,
                    export_rise(pull.doses, pull.year, pull.reached(pull.base.exports), pull.channel, pull.draw));
}

template <int W>
void improve_matching(const Pull<W>& pull) {
  const Dimensions& d = pull.base.dimensions;
  for (int e = 0; e < d.education_count(); ++e) {
    const double unemployed = pull.base.unemployment({pull.region}, {e}) * pull.base.labour_force({pull.region}, {e});
    const double rise = matching_rise(pull.doses, pull.year, pull.channel.education_shares[static_cast<std::size_t>(e)],
                                      unemployed, pull.channel, pull.draw);
    pull.add(pull.effects.matching, d.regions.size() * d.educations.size(),
             static_cast<std::size_t>(pull.region * d.education_count() + e), rise);
  }
}

template <int W>
void subsidise_wages(const Pull<W>& pull) {
  const Dimensions& d = pull.base.dimensions;
  for (int e = 0; e < d.education_count(); ++e) {
    const double persons = pull.dose() * pull.channel.education_shares[static_cast<std::size_t>(e)];
    const double jobs = pull.jobs(e);
    if (persons == 0.0) continue;
    for (std::size_t k = 0; k < pull.industries.size(); ++k) {
      const IndustryId industry = pull.industries[k];
      const double wage = pull.base.wage({pull.region}, industry, {e});
      const SubsidyRate rate = wage_subsidy(persons, jobs, wage, pull.channel, pull.draw);
      const double bill = pull.reach[k] * wage * pull.base.employment({pull.region}, industry, {e});
      pull.add(pull.effects.wage_subsidy, pull.cells() * d.educations.size(), pull.cell(industry, e),
               rate.acting * pull.reach[k]);
      pull.add(pull.effects.subsidy_windfall, d.regions.size(), static_cast<std::size_t>(pull.region),
               (rate.paid - rate.acting) * bill);
    }
  }
}

/// Extra investment, spread over the industries reached like their own.
template <int W>
void raise_investment(const Pull<W>& pull) {
  const double invested = pull.reached(pull.base.investment);
  if (invested == 0.0) return;
  const double money = money_moved(pull.dose(), pull.channel, pull.draw);
  for (std::size_t k = 0; k < pull.industries.size(); ++k) {
    const double share = pull.reach[k] * pull.base.investment({pull.region}, pull.industries[k]) / invested;
    pull.add(pull.effects.investment, pull.cells(), pull.cell(pull.industries[k]),
             purchased_volume(money, tax_rate(pull.base, Use::investment), share));
  }
}

template <int W>
void buy_products(const Pull<W>& pull, Use use, std::vector<Lanes<W>>& demand) {
  const double money = money_moved(pull.dose(), pull.channel, pull.draw);
  for (int i = 0; i < pull.base.dimensions.industry_count(); ++i) {
    pull.add(
        demand, pull.cells(), pull.cell({i}),
        purchased_volume(money, tax_rate(pull.base, use), pull.channel.product_shares[static_cast<std::size_t>(i)]));
  }
}

/// Demand abroad is for a product, not for a region: every region has the same dose, and brings its part of it.
template <int W>
void move_world_demand(const Pull<W>& pull) {
  const Dimensions& d = pull.base.dimensions;
  for (std::size_t k = 0; k < pull.industries.size(); ++k)
    pull.add(pull.effects.world_demand, d.industries.size(), static_cast<std::size_t>(pull.industries[k].index),
             pull.dose() / 100.0 * pull.reach[k] / static_cast<double>(d.region_count()));
}

/// Firms that are added, spread over the industries reached like those that start in the base year.
template <int W>
void add_firms(const Pull<W>& pull) {
  const BaseYear& base = pull.base;
  const auto starts = [&](std::size_t k) {
    const IndustryId industry = pull.industries[k];
    return pull.reach[k] * base.firms({pull.region}, industry) * base.firm_entry_rate({pull.region}, industry);
  };
  double all = 0.0;
  for (std::size_t k = 0; k < pull.industries.size(); ++k) all += starts(k);
  if (all == 0.0) return;
  for (std::size_t k = 0; k < pull.industries.size(); ++k) {
    const IndustryId industry = pull.industries[k];
    const double stock = base.firms({pull.region}, industry);
    if (stock == 0.0) continue;
    const YoungFirms young{.one_year = pull.draw.equations[Parameter::firm_survival_one_year],
                           .five_years = pull.draw.equations[Parameter::firm_survival_five_years],
                           .exit_rate = base.firm_exit_rate({pull.region}, industry),
                           .jobs = pull.draw.equations[Parameter::young_firm_jobs],
                           .average_jobs = pull.jobs_in(industry) / stock};
    double firms = 0.0;
    if (pull.channel.channel == Channel::firms_entry)
      firms = firms_from_entry(pull.doses, pull.year, young, pull.channel, pull.draw);
    else if (pull.channel.channel == Channel::firms_survival)
      firms = firms_from_survival(pull.doses, pull.year, young, pull.channel, pull.draw);
    else
      firms = firms_from_scaleup(pull.doses, pull.year, young.average_jobs, pull.channel, pull.draw);
    pull.add(pull.effects.firms_added, pull.cells(), pull.cell(industry), firms * starts(k) / all);
  }
}

template <int W>
void save_resources(const Pull<W>& pull) {
  const std::size_t industries = pull.base.dimensions.industries.size();
  const double share = treated_share(pull.doses, pull.year, pull.jobs(), pull.channel, pull.draw);
  for (std::size_t k = 0; k < pull.industries.size(); ++k) {
    for (const IndustryId input : pull.channel.inputs) {
      pull.add(pull.effects.material_saving, pull.cells() * industries,
               pull.cell(input) * industries + static_cast<std::size_t>(pull.industries[k].index),
               share * pull.number("effect") * pull.reach[k]);
    }
  }
  pull.add_by_reach(pull.effects.emission_saving, share * pull.number("emission_effect"));
}

/// Both ways alike; goods that leave the country find more customers there.
template <int W>
void shorten_way(const Pull<W>& pull) {
  const int regions = pull.base.dimensions.region_count(), to = pull.channel.to_region.index;
  if (to < 0) {
    for (int i = 0; i < pull.base.dimensions.industry_count(); ++i) {
      const double closer = trade_factor(pull.base.gravity_decay, pull.base.gravity_factor({i}), pull.dose());
      pull.add(pull.effects.exports, pull.cells(), pull.cell({i}), pull.number("exposed_share") * (closer - 1.0));
    }
    return;
  }
  std::vector<double>& saved =
      pull.channel.channel == Channel::access_commuting ? pull.saved.commuting : pull.saved.trade;
  saved.resize(static_cast<std::size_t>(regions * regions), 0.0);
  saved[static_cast<std::size_t>(pull.region * regions + to)] += pull.dose();
  if (to != pull.region) saved[static_cast<std::size_t>(to * regions + pull.region)] += pull.dose();
}

/// What faster ways mean for who works where and for density.                          (LM-1, TE-5)
template <int W>
void bring_people_closer(const BaseYear& base, const std::vector<double>& saved, const Draw& draw, int lane,
                         PolicyEffects<W>& effects) {
  const std::size_t regions = base.dimensions.regions.size(), industries = base.dimensions.industries.size();
  if (saved.empty()) return;
  if (effects.commuting_access.empty()) effects.commuting_access.assign(regions * regions, Lanes<W>(1.0));
  const CommutingAccess access{.midpoint = draw.equations[Parameter::commuting_access_midpoint],
                               .elasticity = draw.equations[Parameter::commuting_access_elasticity],
                               .depth = draw.equations[Parameter::commuting_access_depth]};
  for (std::size_t k = 0; k < saved.size(); ++k) {
    effects.commuting_access[k].set_lane(
        lane, access.factor(base.travel_km.data()[k], base.travel_minutes.data()[k], saved[k]));
  }
  const std::vector<double> denser = density_change(base, saved, draw.equations[Parameter::access_decay]);
  for (std::size_t cell = 0; cell < regions * industries; ++cell) {
    Lanes<W>& rise = effects.log_technology[cell];
    rise.set_lane(lane, rise.lane(lane) + draw.equations[Parameter::access_elasticity] * denser[cell / industries]);
  }
}

/// What faster ways mean for where products are bought.                                        (TD-1)
template <int W>
void bring_goods_closer(const BaseYear& base, const std::vector<double>& saved, int lane, PolicyEffects<W>& effects) {
  const std::size_t industries = base.dimensions.industries.size();
  if (saved.empty()) return;
  if (effects.trade_access.empty()) effects.trade_access.assign(saved.size() * industries, Lanes<W>(1.0));
  for (std::size_t k = 0; k < saved.size() * industries; ++k) {
    effects.trade_access[k].set_lane(
        lane, trade_factor(base.gravity_decay, base.gravity_factor.data()[k % industries], saved[k / industries]));
  }
}

template <int W>
void add_participants(const Pull<W>& pull) {
  const Dimensions& d = pull.base.dimensions;
  const double persons = participants(pull.doses, pull.year, pull.channel, pull.draw);
  for (int e = 0; e < d.education_count(); ++e) {
    pull.add(pull.effects.labour_force_added, d.regions.size() * d.educations.size(),
             static_cast<std::size_t>(pull.region * d.education_count() + e),
             persons * pull.channel.education_shares[static_cast<std::size_t>(e)]);
  }
}

template <int W>
void act(const Pull<W>& pull) {
  switch (pull.channel.channel) {
    case Channel::demand_public: break;  // the dose is its own cost: it is bought below, in the year of the dose
    case Channel::firms_productivity: raise_productivity(pull); break;
    case Channel::firms_first_academic:
      raise_productivity(pull);
      add_hires(pull);
      break;
    case Channel::firms_exports: raise_exports(pull); break;
    case Channel::adoption_digital:
    case Channel::adoption_automation:
    case Channel::adoption_innovation:
    case Channel::adoption_green: spread_practice(pull); break;
    case Channel::labour_participation: add_participants(pull); break;
    case Channel::matching_efficiency: improve_matching(pull); break;
    case Channel::labour_wage_subsidy: subsidise_wages(pull); break;
    case Channel::investment_private: raise_investment(pull); break;
    case Channel::demand_tourism: buy_products(pull, Use::visitors, pull.effects.visitors_demand); break;
    case Channel::demand_construction: buy_products(pull, Use::investment, pull.effects.construction_demand); break;
    case Channel::world_demand: move_world_demand(pull); break;
    case Channel::firms_entry:
    case Channel::firms_survival:
    case Channel::firms_scaleup: add_firms(pull); break;
    case Channel::resource_efficiency: save_resources(pull); break;
    case Channel::access_commuting:
    case Channel::access_trade: shorten_way(pull); break;
    case Channel::skills_upgrade:
    case Channel::skills_youth_completion:
    case Channel::migration_retention:
    case Channel::migration_recruitment:
      add_people_channel(pull.channel, pull.region, pull.doses, pull.year, pull.draw, pull.lane, pull.effects.people);
      break;
  }
}

/// The public cost of a dose, bought in its region and year.                                          (PO-2)
template <int W>
void buy_what_it_costs(const BaseYear& base, const LeverEntry& entry, int region, double dose, const Draw& draw,
                       int lane, PolicyEffects<W>& effects) {
  const double cost = dose * draw.value_of(entry.public_cost);
  if (cost == 0.0) return;
  const int products = base.dimensions.industry_count();
  for (int i = 0; i < products; ++i) {
    Lanes<W>& cell = effects.public_purchases[static_cast<std::size_t>(region * products + i)];
    cell.set_lane(lane, cell.lane(lane) + purchased_volume(cost, tax_rate(base, Use::government),
                                                           entry.spending[static_cast<std::size_t>(i)]));
  }
}

}  // namespace

template <int W>
std::vector<PolicyEffects<W>> policy_path(const BaseYear& base, const std::array<LanePolicy, W>& lanes) {
  const int years = lanes[0].scenario->last_year - lanes[0].scenario->first_year + 1;
  std::vector<PolicyEffects<W>> path(static_cast<std::size_t>(years), PolicyEffects<W>(base.dimensions));
  for (int lane = 0; lane < W; ++lane) {
    const LanePolicy& asked = lanes[static_cast<std::size_t>(lane)];
    const Draw& draw = *asked.draw;
    const std::map<Target, DosePath> targets = dose_paths(*asked.scenario, *asked.catalogue);
    for (int year = 0; year < years; ++year) {
      PolicyEffects<W>& effects = path[static_cast<std::size_t>(year)];
      MinutesSaved saved;
      for (const auto& [target, doses] : targets) {
        const LeverEntry& entry = asked.catalogue->entries[static_cast<std::size_t>(target.entry)];
        std::vector<double> reach;
        for (const IndustryId industry : target.industries) reach.push_back(reach_of(entry, industry));
        for (const ChannelUse& channel : entry.channels)
          act(Pull<W>{base, channel, target.region.index, target.industries, reach, doses, year, draw, lane, effects,
                      saved});
        buy_what_it_costs(base, entry, target.region.index, doses[static_cast<std::size_t>(year)], draw, lane, effects);
      }
      bring_people_closer(base, saved.commuting, draw, lane, effects);
      bring_goods_closer(base, saved.trade, lane, effects);
    }
  }
  return path;
}

template <int W>
std::vector<PolicyEffects<W>> policy_path(const BaseYear& base, const Scenario& scenario,
                                          const LeverCatalogue& catalogue, const Draw* draws) {
  std::array<LanePolicy, W> lanes;
  for (int lane = 0; lane < W; ++lane) lanes[static_cast<std::size_t>(lane)] = {&scenario, &catalogue, draws + lane};
  return policy_path<W>(base, lanes);
}

#define DRIVKRAFT_INSTANTIATE(W)                                                                                 \
  template std::vector<PolicyEffects<W>> policy_path<W>(const BaseYear&, const std::array<LanePolicy, W>&);      \
  template std::vector<PolicyEffects<W>> policy_path<W>(const BaseYear&, const Scenario&, const LeverCatalogue&, \
                                                        const Draw*);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
