#pragma once

#include <string>
#include <vector>

namespace drivkraft {

/// One step from gross to net: what its run lets answer that the run before did not.
struct GrossToNetStep {
  std::string id, name_en, name_da;
};

/// The steps in their fixed order; the first is the gross run.                                         (EX-1)
inline const std::vector<GrossToNetStep> gross_to_net_steps{
    {"treated", "All who are treated, nothing else answers", "Alle, der behandles, intet andet svarer"},
    {"deadweight", "Less what would have happened anyway", "Minus hvad der var sket alligevel"},
    {"displacement", "Less what others lose", "Minus hvad andre mister"},
    {"substitution", "Less what the treated give up for it", "Minus hvad de behandlede opgiver for det"},
    {"demand", "Households and investors answer", "Husholdninger og investorer svarer"},
    {"wages", "Wages answer and crowd out", "Lønnen svarer og fortrænger"},
    {"capital_people", "Capital, moves and participation answer", "Kapital, flytning og erhvervsdeltagelse svarer"},
    {"purchases", "The public buys what it takes", "Det offentlige køber, hvad der skal til"},
    {"financing", "Somebody pays", "Nogen betaler"},
    {"size", "The doses are as large as they are", "Doserne er så store, som de er"}};

/// The four indicators in the order of `level` (results/indicators.h), with the units of a change.
struct ChangeIndicator {
  std::string id, unit;
};
inline const std::vector<ChangeIndicator> change_indicators{{"productivity", "percent"},
                                                            {"employment", "persons"},
                                                            {"unemployment", "percentage points"},
                                                            {"real_gdp", "mio_dkk_base_year_prices"}};

/// What each step adds to the change of all regions [step, indicator, year]; the steps add up to the scenario's own.
struct GrossToNet {
  std::vector<double> values;
  double dose_scale = 1.0;  // part of the doses at which all steps but the last were run
};

}  // namespace drivkraft
