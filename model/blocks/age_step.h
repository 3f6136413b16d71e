#pragma once

#include <algorithm>

#include "base/math.h"
#include "blocks/demography.h"
#include "economy/people_flows.h"

namespace drivkraft {

/// What people of one age go through in a year, both sexes and all regions together: every table is read once and every
/// sum of flows written once an age. A part of advance_people.
template <int W>
class AgeStep {
 public:
  AgeStep(const BasePeople& people, const PeopleMoves<W>& moves, const State<W>& last_year, State<W>& this_year,
          PeopleWorkspace<W>& work)
      : people_(people),
        moves_(moves),
        work_(work),
        cells_(people.regions * people.educations),
        start_(last_year[Field::population]),
        part_last_(last_year[Field::participation_rate]),
        part_now_(this_year[Field::participation_rate]),
        stock_(this_year[Field::population]) {}

  void run(int age) {
    choose(age);
    for (int o = 0; o < people_.regions; ++o) {
      for (int e = educations_.first; e < educations_.end; ++e) set_chances(o, e);
    }
    if (!work_.kept.empty()) keep_movers();
    for (int r = 0; r < people_.regions; ++r) cross_borders(r);
    for (int r = 0; r < people_.regions; ++r) move(r);
    for (int r = 0; r < people_.regions; ++r) {
      for (int g = 0; g < sex_count; ++g) learn(r, g);
      have_birthday(r);
    }
  }

  /// Movers out of one region and education at one age if no lever kept them [persons].
  [[nodiscard]] Lanes<W> movers(int age, int origin, int e) {
    choose(age);
    if (e < educations_.first || e >= educations_.end) return Lanes<W>(0.0);
    set_chances(origin, e);
    Lanes<W> persons(0.0);
    for (int g = 0; g < sex_count; ++g) persons += abroad(origin, g, e).left;
    return persons * work_.away[cell(origin, e)];
  }

 private:
  [[nodiscard]] std::size_t cell(int r, int e) const { return static_cast<std::size_t>(r * people_.educations + e); }
  [[nodiscard]] std::size_t cell(int g, int r, int e) const {
    return static_cast<std::size_t>(g * cells_) + cell(r, e);
  }
  /// The year's sum of one flow, by education.
  [[nodiscard]] Lanes<W>* skills(Flow flow, int r) const { return sum(work_.skills, flow, r); }
  [[nodiscard]] Lanes<W>* force(Flow flow, int r) const { return sum(work_.force, flow, r); }
  [[nodiscard]] Lanes<W>* sum(std::vector<Lanes<W>>& sums, Flow flow, int r) const {
    return sums.data() + static_cast<int>(flow) * cells_ + r * people_.educations;
  }
  [[nodiscard]] const double* move_rates(int origin, int destination) const {
    return people_.move_rate.data() +
           static_cast<std::size_t>(((age_ * people_.regions + origin) * people_.regions + destination) *
                                    people_.educations);
  }

  void choose(int age) {
    age_ = age;
    educations_ = people_.educations_at(age);
    next_ = std::min(age + 1, age_count - 1);
  }

  /// A logit around the baseline's rates, which can never move more people than there are: the weight of a mover in all
  /// destinations, and the share of people who move. Exactly 1 and the baseline's where nothing pulls.   (PE-4)
  void set_chances(int o, int e) {
    const std::size_t k = cell(o, e);
    const Lanes<W> base(people_.move_away[static_cast<std::size_t>(age_ * cells_) + k]);
    if (moves_.pull == nullptr) {
      work_.weight[k] = Lanes<W>(1.0), work_.away[k] = base;
      return;
    }
    const Lanes<W> home = moves_.pull[k];
    Lanes<W> gain(0.0);
    for (int d = 0; d < people_.regions; ++d) gain += Lanes<W>(move_rates(o, d)[e]) * (moves_.pull[cell(d, e)] - home);
    work_.weight[k] = Lanes<W>(1.0) / (home + gain);
    work_.away[k] = (base * home + gain) * work_.weight[k];
  }

  /// Fewer movers where levers keep people.                                                             (PO-9)
  void keep_movers() {
    for (int o = 0; o < people_.regions; ++o) {
      for (int e = educations_.first; e < educations_.end; ++e) {
        Lanes<W> leaving(1.0);
        for (std::size_t k = 0; k < work_.kept.size(); ++k) {
          const auto& lever = moves_.policy->retentions[k];
          if (lever.region == o && lever.education == e && age_ >= lever.age_from && age_ <= lever.age_to)
            leaving -= work_.kept[k];
        }
        work_.weight[cell(o, e)] *= leaving;
        work_.away[cell(o, e)] *= leaving;
      }
    }
  }

  /// What death and abroad do to one cell.
  struct Abroad {
    Lanes<W> died, emigrated, immigrated, left;
  };
  [[nodiscard]] Abroad abroad(int r, int g, int e) const {
    const std::size_t place = people_.place(r, g, age_) + static_cast<std::size_t>(e);
    const Lanes<W> start = start_[place];
    Abroad cell;
    cell.died = start * Lanes<W>(work_.dying[BasePeople::person(r, g, age_)]);
    const Lanes<W> alive = start - cell.died;
    cell.emigrated =
        alive *
        Lanes<W>(people_.emigration_rate[static_cast<std::size_t>((r * age_count + age_) * people_.educations + e)]);
    cell.immigrated = Lanes<W>(people_.immigrants[place]);
    cell.left = alive - cell.emigrated + cell.immigrated;
    return cell;
  }

  void cross_borders(int r) {
    Lanes<W>*died = skills(Flow::died, r), *emigrated = skills(Flow::emigrated, r),
    *immigrated = skills(Flow::immigrated, r), *force_died = force(Flow::died, r),
    *force_emigrated = force(Flow::emigrated, r), *force_immigrated = force(Flow::immigrated, r);
    for (int e = educations_.first; e < educations_.end; ++e) {
      const Abroad women = abroad(r, 0, e), men = abroad(r, 1, e);
      const Lanes<W> women_part = part_last_[people_.place(r, 0, age_) + static_cast<std::size_t>(e)],
                     men_part = part_last_[people_.place(r, 1, age_) + static_cast<std::size_t>(e)];
      const Lanes<W> weight = work_.weight[cell(r, e)];
      work_.persons[cell(0, r, e)] = women.left, work_.persons[cell(1, r, e)] = men.left;
      work_.leaving[cell(0, r, e)] = women.left * weight, work_.leaving[cell(1, r, e)] = men.left * weight;
      died[e] += women.died + men.died;
      emigrated[e] += women.emigrated + men.emigrated;
      immigrated[e] += women.immigrated + men.immigrated;
      force_died[e] += women.died * women_part + men.died * men_part;
      force_emigrated[e] += women.emigrated * women_part + men.emigrated * men_part;
      force_immigrated[e] += women.immigrated * women_part + men.immigrated * men_part;
    }
  }

  void move(int d) {
    Lanes<W>*in = skills(Flow::moved_in, d), *out = skills(Flow::moved_out, d), *force_moved = force(Flow::moved, d);
    const std::size_t step = static_cast<std::size_t>(people_.regions * people_.educations);
    for (int e = educations_.first; e < educations_.end; ++e) {
      const double* rate = move_rates(0, d) + e;
      const Lanes<W>*women = work_.leaving.data() + e, *men = women + cells_;
      Lanes<W> women_in(0.0), men_in(0.0);
      for (int o = 0; o < people_.regions; ++o, rate += step, women += people_.educations, men += people_.educations) {
        women_in = fused(*rate, *women, women_in);
        men_in = fused(*rate, *men, men_in);
      }
      if (moves_.pull != nullptr) women_in *= moves_.pull[cell(d, e)], men_in *= moves_.pull[cell(d, e)];
      Lanes<W>&women_here = work_.persons[cell(0, d, e)], &men_here = work_.persons[cell(1, d, e)];
      const Lanes<W> away = work_.away[cell(d, e)], women_out = women_here * away, men_out = men_here * away;
      const Lanes<W> women_net = women_in - women_out, men_net = men_in - men_out;
      women_here += women_net, men_here += men_net;
      in[e] += women_in + men_in;
      out[e] += women_out + men_out;
      force_moved[e] += women_net * part_last_[people_.place(d, 0, age_) + static_cast<std::size_t>(e)] +
                        men_net * part_last_[people_.place(d, 1, age_) + static_cast<std::size_t>(e)];
    }
  }

  /// Steps of the education ladder, all at once from the same stock, by age before the birthday.         (PE-5)
  void learn(int r, int g) {
    Lanes<W>* persons = work_.persons.data() + cell(g, r, 0);
    for (int e = 0; e < people_.educations; ++e) {
      if (e < educations_.first || e >= educations_.end) persons[e] = Lanes<W>(0.0);
    }
    const auto steps = people_.steps_at(r, g, age_);
    if (steps.empty()) return;
    for (auto* changes : {&work_.left, &work_.completed}) std::fill(changes->begin(), changes->end(), Lanes<W>(0.0));
    for (const BasePeople::Step& step : steps) {
      const Lanes<W> learned = persons[step.from] * Lanes<W>(step.rate);
      work_.left[static_cast<std::size_t>(step.from)] += learned;
      work_.completed[static_cast<std::size_t>(step.to)] += learned;
    }
    const Lanes<W>* part = part_last_ + people_.place(r, g, age_);
    Lanes<W>*left_sum = skills(Flow::left_for_higher, r), *completed_sum = skills(Flow::completed, r),
    *force_sum = force(Flow::education, r);
    for (int e = 0; e < people_.educations; ++e) {
      const Lanes<W> left = work_.left[static_cast<std::size_t>(e)],
                     completed = work_.completed[static_cast<std::size_t>(e)], change = completed - left;
      persons[e] += change;
      left_sum[e] += left;
      completed_sum[e] += completed;
      force_sum[e] += change * part[e];
    }
  }

  void have_birthday(int r) {
    constexpr int entered_below = 30, retired_from = 60;
    Lanes<W>* changed = force(next_ < entered_below   ? Flow::entered
                              : next_ >= retired_from ? Flow::retired
                                                      : Flow::other_participation,
                              r);
    const bool joined = age_ == next_;  // those of the last age stay in it
    const std::size_t women = people_.place(r, 0, age_), men = people_.place(r, 1, age_),
                      women_next = people_.place(r, 0, next_), men_next = people_.place(r, 1, next_);
    for (int e = 0; e < people_.educations; ++e) {
      const Lanes<W> w = work_.persons[cell(0, r, e)], m = work_.persons[cell(1, r, e)];
      stock_[women_next + e] = joined ? stock_[women_next + e] + w : w;
      stock_[men_next + e] = joined ? stock_[men_next + e] + m : m;
      changed[e] +=
          w * (part_now_[women_next + e] - part_last_[women + e]) + m * (part_now_[men_next + e] - part_last_[men + e]);
    }
  }

  const BasePeople& people_;
  const PeopleMoves<W>& moves_;
  PeopleWorkspace<W>& work_;
  const int cells_;
  const Lanes<W>*start_, *part_last_, *part_now_;  // stock and participation of last year, participation of this
  Lanes<W>* stock_;
  int age_ = 0, next_ = 0;
  BasePeople::EducationRange educations_;
};

}  // namespace drivkraft
