#include "equilibrium/equations.h"

namespace drivkraft {

namespace {

/// Gross public cost of the levers at current prices: purchases and wage subsidies.                   (PO-3)
template <int W>
void cost_of_levers(const Year<W>& year, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Lanes<W>* purchases = year.now[Field::public_purchases];
  const double price_factor = 1.0 + year.base.final_tax_rate.data()[static_cast<int>(Use::government)];
  for (int r = 0; r < s.regions; ++r) {
    Lanes<W> bought(0.0);
    for (int i = 0; i < s.industries; ++i)
      bought += purchases[r * s.industries + i] * work.composite[r * s.industries + i];
    work.lever_cost[r] = Lanes<W>(price_factor) * bought + work.subsidy_paid[r] + year.now[Field::subsidy_windfall][r];
  }
}

/// Who pays: a lump sum per adult in the whole country, or less public consumption in the region itself.
template <int W>
void finance_levers(const Year<W>& year, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Lanes<W>* adults = year.now[Field::adults];
  Lanes<W> cost(0.0), payers(0.0);
  for (int r = 0; r < s.regions; ++r) {
    cost += work.lever_cost[r];
    payers += adults[r];
  }
  const bool national = year.financing == Financing::national;
  for (int r = 0; r < s.regions; ++r) work.financing[r] = national ? cost * adults[r] / payers : Lanes<W>(0.0);
}

}  // namespace

template <int W>
void household_income(const Year<W>& year, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const BaseYear& base = year.base;
  const Lanes<W>* force = year.now[Field::labour_force];
  Lanes<W> value(0.0), earned(0.0), subsidies(0.0), base_wages(0.0), index(0.0);
  for (int cell = 0; cell < s.cells; ++cell) value += work.value_added_value[cell];
  for (int k = 0; k < s.regions * s.educations; ++k) earned += work.earnings[k];
  for (int r = 0; r < s.regions; ++r) subsidies += work.subsidy_paid[r];
  work.surplus = value - earned + subsidies;
  for (int k = 0; k < s.regions * s.educations; ++k) {
    base_wages += Lanes<W>(s.base_wages[k]);
    index += Lanes<W>(s.base_wages[k]) * work.wage[k];
  }
  work.wage_level = index / base_wages;
  cost_of_levers(year, work);
  finance_levers(year, work);
  for (int r = 0; r < s.regions; ++r) {
    Lanes<W> unemployed(0.0);
    for (int e = 0; e < s.educations; ++e)
      unemployed += force[r * s.educations + e] - work.employed[r * s.educations + e];
    work.property_income[r] = Lanes<W>(base.surplus_share.data()[r]) * work.surplus;
    work.benefits[r] =
        work.wage_level * (Lanes<W>(base.benefit_unemployed) * unemployed +
                           Lanes<W>(base.benefit_other_15_64) * year.now[Field::outside_labour_force][r] +
                           Lanes<W>(base.benefit_65.data()[r]) * year.now[Field::pensioners][r]);
    const double people = base.people.data()[r];
    work.transfers[r] = Lanes<W>(base.other_transfers.data()[r]) * work.wage_level *
                        (people > 0.0 ? year.now[Field::people][r] / Lanes<W>(people) : Lanes<W>(1.0));
    const Lanes<W> gross = work.labour_income[r] + work.property_income[r] + work.benefits[r];
    work.income_tax[r] = Lanes<W>(base.tax_rate.data()[r]) * gross;
    work.income[r] = gross - work.income_tax[r] + work.transfers[r] - work.financing[r];
  }
}

#define DRIVKRAFT_INSTANTIATE(W) template void household_income<W>(const Year<W>&, Workspace<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
