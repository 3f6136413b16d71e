#pragma once

#include <cstddef>
#include <vector>

#include "economy/base_year.h"
#include "economy/draw.h"
#include "economy/policy_effects.h"
#include "economy/scenario.h"

namespace drivkraft {

/// Travel time that levers of one path save in one year [minutes], both ways alike. [region, region]
struct MinutesSaved {
  std::vector<double> commuting, trade;
};

/// One channel of one lever, pulled in one region and year, on one path.
template <int W>
struct Pull {
  const BaseYear& base;
  const ChannelUse& channel;
  int region;
  const std::vector<IndustryId>& industries;  // whom the lever reaches
  const std::vector<double>& reach;           // the share of each that it reaches
  const std::vector<double>& doses;           // by year from the scenario's first
  int year;                                   // from the scenario's first
  const Draw& draw;
  int lane;
  PolicyEffects<W>& effects;
  MinutesSaved& saved;

  [[nodiscard]] double dose() const { return doses[static_cast<std::size_t>(year)]; }
  [[nodiscard]] double number(const char* name) const { return draw.value_of(channel.parameters.at(name)); }
  [[nodiscard]] std::size_t cell(IndustryId industry) const {
    return static_cast<std::size_t>(region * base.dimensions.industry_count() + industry.index);
  }
  [[nodiscard]] std::size_t cell(IndustryId industry, int education) const {
    return cell(industry) * base.dimensions.educations.size() + static_cast<std::size_t>(education);
  }
  [[nodiscard]] std::size_t cells() const { return base.dimensions.regions.size() * base.dimensions.industries.size(); }

  /// Adds to one cell of a list of `size` cells, which is made when no lever moved it before.
  void add(std::vector<Lanes<W>>& list, std::size_t size, std::size_t at, double amount) const {
    if (list.empty()) list.assign(size, Lanes<W>(0.0));
    list[at].set_lane(lane, list[at].lane(lane) + amount);
  }

  /// Adds `amount` to each industry reached, by the share that is reached.
  void add_by_reach(std::vector<Lanes<W>>& list, double amount) const {
    for (std::size_t k = 0; k < industries.size(); ++k) add(list, cells(), cell(industries[k]), amount * reach[k]);
  }

  /// A table of the region summed over what is reached of the industries.
  template <class Table>
  [[nodiscard]] double reached(const Table& table) const {
    double sum = 0.0;
    for (std::size_t k = 0; k < industries.size(); ++k) sum += reach[k] * table({region}, industries[k]);
    return sum;
  }
  /// Base-year jobs in what is reached, of one education or of all.
  [[nodiscard]] double jobs(int education) const {
    double sum = 0.0;
    for (std::size_t k = 0; k < industries.size(); ++k)
      sum += reach[k] * base.employment({region}, industries[k], {education});
    return sum;
  }
  [[nodiscard]] double jobs() const {
    double sum = 0.0;
    for (int e = 0; e < base.dimensions.education_count(); ++e) sum += jobs(e);
    return sum;
  }
  /// Base-year jobs of one industry in the region, all of them.
  [[nodiscard]] double jobs_in(IndustryId industry) const {
    double sum = 0.0;
    for (int e = 0; e < base.dimensions.education_count(); ++e) sum += base.employment({region}, industry, {e});
    return sum;
  }
};

}  // namespace drivkraft
