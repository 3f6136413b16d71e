#include "support/synthetic_economy.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <stdexcept>

namespace drivkraft::test {

namespace {

constexpr int women_and_men = sex_count;
constexpr int first_adult_age = 15;
constexpr int first_age_without_work = 85;
constexpr double minutes_across_the_country = 300.0;

using RegionProduct = Table<MioDkkUnit, RegionId, IndustryId>;

/// Builds one economy step by step; each step needs what the steps before it made.
class Maker {
 public:
  Maker(int regions, int industries, int educations, unsigned seed, ZeroCells zero)
      : R(regions), S(industries), E(educations), zero_(zero), random_(seed) {
    if (R < 1 || S < 3 || E < 1) throw std::invalid_argument("an economy needs 1 region, 3 industries, 1 education");
    if ((zero.industry || zero.product || zero.education) && (R < 3 || S < 6 || E < 2)) {
      throw std::invalid_argument("zero cells need three regions, six industries and two educations");
    }
    zero_.industry = zero.industry || zero.product;
  }

  BaseTables make() {
    name_everything();
    place_regions();
    make_value_added();
    make_inputs();
    make_final_uses();
    make_regional_exports();
    make_jobs();
    make_commuters();
    make_people();
    make_households();
    make_industry_parameters();
    return std::move(t);
  }

 private:
  double uniform(double low, double high) {
    return low + (high - low) * (static_cast<double>(random_() >> 11U) * 0x1.0p-53);
  }
  [[nodiscard]] bool is_local(int i) const { return i >= S - std::max(1, S / 5); }
  [[nodiscard]] bool is_absent(int r, int j) const { return zero_.industry && r == R - 1 && j == 0; }
  [[nodiscard]] bool has_one_user(int i) const { return zero_.product && i == 1; }
  [[nodiscard]] bool is_held(int r, int e) const { return !(zero_.education && r == R - 1 && e == E - 1); }
  [[nodiscard]] static Label label(const std::string& what, int k) {
    const std::string id = what + "_" + std::to_string(k + 1);
    return {id, id, id};
  }

  void name_everything() {
    for (int r = 0; r < R; ++r) t.dimensions.regions.push_back(label("region", r));
    for (int j = 0; j < S; ++j) t.dimensions.industries.push_back(label("industry", j));
    for (int e = 0; e < E; ++e) {
      t.dimensions.educations.push_back(label("education", e));
      t.dimensions.higher.push_back(2 * e >= E && E > 1);
    }
  }

  /// Points in a square; a fixed ten minutes for every journey keeps the triangle inequality.
  void place_regions() {
    std::vector<double> x(static_cast<std::size_t>(R));
    std::vector<double> y(x.size());
    for (std::size_t r = 0; r < x.size(); ++r) {
      x[r] = uniform(0.0, minutes_across_the_country);
      y[r] = uniform(0.0, minutes_across_the_country);
    }
    t.travel_minutes = Table<MinuteUnit, RegionId, RegionId>(R, R);
    for (int q = 0; q < R; ++q) {
      double nearest = R == 1 ? minutes_across_the_country : 1e9;
      for (int r = 0; r < R; ++r) {
        if (r == q) continue;
        const auto a = static_cast<std::size_t>(q);
        const auto b = static_cast<std::size_t>(r);
        const double minutes = 10.0 + std::sqrt((x[a] - x[b]) * (x[a] - x[b]) + (y[a] - y[b]) * (y[a] - y[b]));
        t.travel_minutes({q}, {r}) = minutes;
        nearest = std::min(nearest, minutes);
      }
      t.travel_minutes({q}, {q}) = 0.4 * nearest;
    }
    for (int r = 0; r < R; ++r) region_weight.push_back(uniform(0.7, 1.4));
  }

  /// Value added by region and industry; local industries follow the size of their region closely.
  void make_value_added() {
    t.value_added = RegionProduct(R, S);
    output = RegionProduct(R, S);
    national_output = Table<MioDkkUnit, IndustryId>(S);
    value_added_ratio = Table<RatioUnit, IndustryId>(S);
    input_share = Table<RatioUnit, IndustryId>(S);
    std::vector<double> size;
    for (int j = 0; j < S; ++j) size.push_back((is_local(j) ? 6000.0 : 10000.0) * uniform(0.5, 2.0));
    if (zero_.product) size[1] = 0.2 * size[0];
    for (int j = 0; j < S; ++j) {
      input_share({j}) = uniform(0.35, 0.5);
      const double tax_share = uniform(0.005, 0.02);
      value_added_ratio({j}) = 1.0 - input_share({j}) - tax_share;
      for (int r = 0; r < R; ++r) {
        const double mix = is_local(j) ? uniform(0.92, 1.08) : uniform(0.75, 1.3);
        if (is_absent(r, j)) continue;
        t.value_added({r}, {j}) = size[static_cast<std::size_t>(j)] * region_weight[static_cast<std::size_t>(r)] * mix;
        output({r}, {j}) = t.value_added({r}, {j}) / value_added_ratio({j});
        national_output({j}) += output({r}, {j});
      }
    }
  }

  /// Inputs by product in proportion to the product's output, so that less than all of it is used up as inputs.
  void make_inputs() {
    t.domestic_inputs = Table<MioDkkUnit, IndustryId, IndustryId>(S, S);
    t.imported_inputs = Table<MioDkkUnit, IndustryId, IndustryId>(S, S);
    t.product_taxes_on_inputs = Table<MioDkkUnit, IndustryId>(S);
    t.production_taxes = Table<MioDkkUnit, IndustryId>(S);
    for (int i = 0; i < S; ++i) import_share.push_back(is_local(i) ? 0.01 : uniform(0.1, 0.45));
    for (int j = 0; j < S; ++j) {
      std::vector<double> weights;
      double total = 0.0;
      for (int i = 0; i < S; ++i) {
        const double draw = uniform(0.75, 1.25);
        weights.push_back(has_one_user(i) ? 0.0 : draw * national_output({i}) * (is_local(i) ? 0.4 : 1.0));
        total += weights.back();
      }
      const double special = zero_.product && j == 0 ? 0.4 * national_output({1}) : 0.0;  // the one user's purchase
      const double all = input_share({j}) * national_output({j}) - special;
      for (int i = 0; i < S; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const double use = has_one_user(i) ? special : all * weights[at] / total;
        t.imported_inputs({i}, {j}) = import_share[at] * use;
        t.domestic_inputs({i}, {j}) = use - t.imported_inputs({i}, {j});
      }
      t.product_taxes_on_inputs({j}) = (1.0 - input_share({j}) - value_added_ratio({j})) * national_output({j});
      t.production_taxes({j}) = uniform(0.0, 0.03) * value_added_ratio({j}) * national_output({j});
    }
  }

  /// What inputs leave of a product goes to final users and abroad; imports for final use come on top.
  void make_final_uses() {
    for (BaseTables::FinalUse* use : final_uses()) {
      use->domestic = Table<MioDkkUnit, IndustryId>(S);
      use->imported = Table<MioDkkUnit, IndustryId>(S);
    }
    t.exports = Table<MioDkkUnit, IndustryId>(S);
    for (int i = 0; i < S; ++i) {
      double left = national_output({i});
      for (int j = 0; j < S; ++j) left -= t.domestic_inputs({i}, {j});
      if (!(left > 0.0)) throw std::logic_error("inputs use up a whole product");
      const double abroad = has_one_user(i) ? 1.0 : is_local(i) ? 0.005 : uniform(0.3, 0.6);
      t.exports({i}) = abroad * left;
      if (has_one_user(i)) continue;
      share_out(i, left - t.exports({i}));
    }
    t.private_consumption.product_taxes = 0.18 * total_of(t.private_consumption);
    t.public_consumption.product_taxes = 0.004 * total_of(t.public_consumption);
    t.investment.product_taxes = 0.11 * total_of(t.investment);
    t.visitors.product_taxes = 0.18 * total_of(t.visitors);
  }

  void share_out(int i, double amount) {
    const bool local = is_local(i);
    const double inventories = local ? 0.0 : uniform(-0.01, 0.015) * amount;
    const double visitors = local ? 0.0 : uniform(0.0, 0.04) * amount;
    const double rest = amount - inventories - visitors;
    const double consumption = uniform(0.5, 0.9);
    const double government = local ? uniform(0.6, 1.2) : uniform(0.05, 0.2);
    const double investment = local ? 0.0 : uniform(0.2, 0.7);
    const double sum = consumption + government + investment;
    const double shares[] = {consumption / sum * rest, government / sum * rest, investment / sum * rest, inventories,
                             visitors};
    int use = 0;
    for (BaseTables::FinalUse* final_use : final_uses()) {
      final_use->domestic({i}) = shares[use];
      const double imported = import_share[static_cast<std::size_t>(i)] * uniform(0.6, 1.0);
      final_use->imported({i}) = shares[use] * imported / (1.0 - imported);
      ++use;
    }
    // what is left by rounding falls on consumption, so that supply equals use
    double used = t.exports({i});
    for (int j = 0; j < S; ++j) used += t.domestic_inputs({i}, {j});
    for (const BaseTables::FinalUse* final_use : final_uses()) used += final_use->domestic({i});
    t.private_consumption.domestic({i}) += national_output({i}) - used;
  }

  void make_regional_exports() {
    t.regional_exports = RegionProduct(R, S);
    t.visitors_spending = Table<MioDkkUnit, RegionId>(R);
    for (int i = 0; i < S; ++i) {
      double sum = 0.0;
      for (int r = 0; r < R; ++r) {
        t.regional_exports({r}, {i}) = output({r}, {i}) * uniform(0.85, 1.15);
        sum += t.regional_exports({r}, {i});
      }
      for (int r = 0; r < R; ++r) t.regional_exports({r}, {i}) *= t.exports({i}) / sum;
    }
    double weights = 0.0;
    for (int r = 0; r < R; ++r) {
      t.visitors_spending({r}) = region_weight[static_cast<std::size_t>(r)] * uniform(0.7, 1.4);
      weights += t.visitors_spending({r});
    }
    const double spending = total_of(t.visitors) + t.visitors.product_taxes;
    for (int r = 0; r < R; ++r) t.visitors_spending({r}) *= spending / weights;
  }

  /// Wages rise with education; jobs are what the labour share of value added pays for.
  void make_jobs() {
    t.labour_income_per_job = Table<MioDkkPerPersonUnit, RegionId, IndustryId, EducationId>(R, S, E);
    t.jobs_by_education = Table<PersonUnit, RegionId, IndustryId, EducationId>(R, S, E);
    t.jobs = Table<PersonUnit, RegionId, IndustryId>(R, S);
    for (int j = 0; j < S; ++j) {
      const double labour_share = uniform(0.45, 0.8);
      const double industry_wage = uniform(0.85, 1.2);
      std::vector<double> mix;
      for (int e = 0; e < E; ++e) mix.push_back(uniform(0.3, 1.5));
      for (int r = 0; r < R; ++r) {
        double people = 0.0;
        double pay = 0.0;
        for (int e = 0; e < E; ++e) {
          const double wage = industry_wage * (0.36 + 0.36 * e / E) * uniform(0.95, 1.08);
          const double weight = mix[static_cast<std::size_t>(e)] * uniform(0.8, 1.2);
          if (is_absent(r, j) || !is_held(r, e)) continue;
          t.labour_income_per_job({r}, {j}, {e}) = wage;
          t.jobs_by_education({r}, {j}, {e}) = weight;
          people += weight;
          pay += weight * wage;
        }
        if (people == 0.0) continue;
        const double factor = labour_share * uniform(0.95, 1.05) * t.value_added({r}, {j}) / pay;
        for (int e = 0; e < E; ++e) {
          t.jobs_by_education({r}, {j}, {e}) *= factor;
          t.jobs({r}, {j}) += t.jobs_by_education({r}, {j}, {e});
        }
      }
    }
  }

  void make_commuters() {
    t.commuters = Table<PersonUnit, RegionId, RegionId, EducationId>(R, R, E);
    employed = Table<PersonUnit, RegionId, EducationId>(R, E);
    labour_income = Table<MioDkkUnit, RegionId>(R);
    for (int e = 0; e < E; ++e) {
      for (int q = 0; q < R; ++q) {
        double jobs = 0.0;
        double pay = 0.0;
        for (int j = 0; j < S; ++j) {
          jobs += t.jobs_by_education({q}, {j}, {e});
          pay += t.jobs_by_education({q}, {j}, {e}) * t.labour_income_per_job({q}, {j}, {e});
        }
        std::vector<double> pull(static_cast<std::size_t>(R), 0.0);
        double sum = 0.0;
        for (int r = 0; r < R; ++r) {
          const auto at = static_cast<std::size_t>(r);
          const double own = q == r ? 3.0 : uniform(0.8, 1.2);
          if (is_held(r, e)) pull[at] = own * region_weight[at] * std::exp(-0.04 * t.travel_minutes({r}, {q}));
          sum += pull[at];
        }
        for (int r = 0; r < R; ++r) {
          const double part = pull[static_cast<std::size_t>(r)] / sum;
          t.commuters({q}, {r}, {e}) = jobs * part;
          employed({r}, {e}) += jobs * part;
          labour_income({r}) += pay * part;
        }
      }
    }
  }

  /// Ages by education on one profile, scaled so that participation gives a labour force with 3-6% unemployed.
  void make_people() {
    t.population = Table<PersonUnit, RegionId, SexId, AgeId, EducationId>(R, women_and_men, age_count, E);
    t.participation_national = Table<RatioUnit, SexId, AgeId, EducationId>(women_and_men, age_count, E);
    t.participation_shift = Table<RatioUnit, RegionId, EducationId>(R, E);
    t.labour_force = Table<PersonUnit, RegionId, EducationId>(R, E);
    t.structural_unemployment = Table<RatioUnit, RegionId, EducationId>(R, E);
    unemployment = Table<RatioUnit, RegionId, EducationId>(R, E);
    for (int s = 0; s < women_and_men; ++s) {
      for (int a = first_adult_age; a < first_age_without_work; ++a) {
        for (int e = 0; e < E; ++e) t.participation_national({s}, {a}, {e}) = participation_at(s, a, e);
      }
    }
    for (int r = 0; r < R; ++r) {
      for (int e = 0; e < E; ++e) people_of(r, e);
      double adults = 0.0;
      for (int s = 0; s < women_and_men; ++s) {
        for (int a = first_adult_age; a < age_count; ++a) {
          for (int e = 0; e < E; ++e) adults += t.population({r}, {s}, {a}, {e});
        }
      }
      for (int s = 0; s < women_and_men; ++s) {
        for (int a = 0; a < first_adult_age; ++a) t.population({r}, {s}, {a}, {0}) = 0.2 * adults / 30.0;
      }
    }
  }
  [[nodiscard]] double participation_at(int s, int a, int e) const {
    const double prime = 0.74 + 0.2 * (e + 1.0) / E - 0.03 * (s == 0);
    if (a < 25) return prime * (0.35 + 0.06 * (a - first_adult_age));
    if (a < 60) return prime;
    return prime * std::exp(-0.012 * (a - 59) * (a - 59));
  }
  [[nodiscard]] static double with_shift(double participation, double shift) {
    if (participation == 0.0) return 0.0;
    const double odds = participation / (1.0 - participation) * std::exp(shift);
    return odds / (1.0 + odds);
  }
  void people_of(int r, int e) {
    unemployment({r}, {e}) = uniform(0.032, 0.058);
    t.structural_unemployment({r}, {e}) = unemployment({r}, {e}) * uniform(0.93, 1.05);
    t.participation_shift({r}, {e}) = uniform(-0.15, 0.15);
    if (employed({r}, {e}) == 0.0) return;
    t.labour_force({r}, {e}) = employed({r}, {e}) / (1.0 - unemployment({r}, {e}));
    const auto profile = [&](int a) {
      const int youngest = first_adult_age + 10 * e / E;  // educations end later the longer they are
      if (a < youngest) return 0.0;
      return a < 70 ? 1.0 : std::exp(-0.004 * (a - 70) * (a - 70));
    };
    double active = 0.0;
    for (int s = 0; s < women_and_men; ++s) {
      for (int a = first_adult_age; a < age_count; ++a) {
        active += profile(a) * with_shift(t.participation_national({s}, {a}, {e}), t.participation_shift({r}, {e}));
      }
    }
    for (int s = 0; s < women_and_men; ++s) {
      for (int a = first_adult_age; a < age_count; ++a) {
        t.population({r}, {s}, {a}, {e}) = profile(a) * t.labour_force({r}, {e}) / active;
      }
    }
  }

  /// Primary income exceeds labour income, benefits leave something for those over 64, a remainder closes income.
  void make_households() {
    auto& h = t.households;
    for (auto* account :
         {&h.primary_income, &h.income_taxes, &h.social_contributions, &h.social_benefits, &h.disposable_income}) {
      *account = Table<MioDkkUnit, RegionId>(R);
    }
    t.benefit_unemployed = 0.20;
    t.benefit_other_15_64 = 0.12;
    for (int r = 0; r < R; ++r) {
      h.primary_income({r}) = labour_income({r}) * uniform(1.1, 1.2);
      h.social_benefits({r}) = benefits_of(r, uniform(0.12, 0.18));
      const double bracket = h.primary_income({r}) + h.social_benefits({r});
      const double taxes = bracket * uniform(0.32, 0.38);
      h.income_taxes({r}) = 0.85 * taxes;
      h.social_contributions({r}) = taxes - h.income_taxes({r});
      h.disposable_income({r}) = bracket - taxes + bracket * uniform(-0.01, 0.03);
    }
  }
  [[nodiscard]] double benefits_of(int r, double pension) const {
    double working_age = 0.0;
    double older = 0.0;
    double active_under_65 = 0.0;
    double unemployed = 0.0;
    for (int e = 0; e < E; ++e) {
      unemployed += t.labour_force({r}, {e}) - employed({r}, {e});
      for (int s = 0; s < women_and_men; ++s) {
        for (int a = first_adult_age; a < age_count; ++a) {
          const double people = t.population({r}, {s}, {a}, {e});
          (a < 65 ? working_age : older) += people;
          if (a >= 65) continue;
          active_under_65 +=
              people * with_shift(t.participation_national({s}, {a}, {e}), t.participation_shift({r}, {e}));
        }
      }
    }
    return t.benefit_unemployed * unemployed + t.benefit_other_15_64 * (working_age - active_under_65) +
           pension * older;
  }

  void make_industry_parameters() {
    static const std::vector<std::string> groups{"agriculture", "manufacturing", "utilities_extraction", "construction",
                                                 "services"};
    t.capital_gva_ratio = Table<RatioUnit, IndustryId>(S);
    t.depreciation_rate = Table<RatioUnit, IndustryId>(S);
    t.gravity_factor = Table<RatioUnit, IndustryId>(S);
    t.world_demand_deviation = Table<RatioUnit, IndustryId>(S);
    double exports = 0.0;
    double weighted = 0.0;
    for (int i = 0; i < S; ++i) {
      t.capital_gva_ratio({i}) = uniform(1.5, 5.0);
      t.depreciation_rate({i}) = uniform(0.04, 0.1);
      t.local_product.push_back(is_local(i));
      t.gravity_factor({i}) = is_local(i) ? 1.0 : uniform(0.5, 1.5);
      t.sigma_group.push_back(groups[static_cast<std::size_t>(i) % groups.size()]);
      const double sold_abroad = t.exports({i}) + t.visitors.domestic({i});
      t.world_demand_deviation({i}) = uniform(-0.01, 0.01);
      exports += sold_abroad;
      weighted += sold_abroad * t.world_demand_deviation({i});
    }
    for (int i = 0; i < S; ++i) t.world_demand_deviation({i}) -= weighted / exports;
  }

  [[nodiscard]] std::vector<BaseTables::FinalUse*> final_uses() {
    return {&t.private_consumption, &t.public_consumption, &t.investment, &t.inventories, &t.visitors};
  }
  [[nodiscard]] double total_of(const BaseTables::FinalUse& use) const {
    double total = 0.0;
    for (int i = 0; i < S; ++i) total += use.domestic({i}) + use.imported({i});
    return total;
  }

  int R, S, E;
  ZeroCells zero_;
  std::mt19937_64 random_;
  BaseTables t;
  std::vector<double> region_weight;
  std::vector<double> import_share;  // by product
  RegionProduct output;
  Table<MioDkkUnit, IndustryId> national_output;
  Table<RatioUnit, IndustryId> value_added_ratio;
  Table<RatioUnit, IndustryId> input_share;
  Table<PersonUnit, RegionId, EducationId> employed;
  Table<RatioUnit, RegionId, EducationId> unemployment;
  Table<MioDkkUnit, RegionId> labour_income;
};

}  // namespace

BaseTables synthetic_tables(int regions, int industries, int educations, unsigned seed, ZeroCells zero_cells) {
  return Maker(regions, industries, educations, seed, zero_cells).make();
}

}  // namespace drivkraft::test
