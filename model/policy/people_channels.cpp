#include "policy/people_channels.h"

#include <algorithm>
#include <cmath>

#include "base/math.h"
#include "policy/dose_chain.h"

namespace drivkraft {

namespace {

int age(const ChannelUse& channel, const Draw& draw, const char* name) {
  return static_cast<int>(number_of(channel, draw, name));
}

/// The entry of one lever, region and education in a list, made when it is not there: lanes fill it one by one.
template <class Entry, class Same>
Entry& entry_of(std::vector<Entry>& entries, const Entry& wanted, Same same) {
  const auto known = std::find_if(entries.begin(), entries.end(), same);
  return known == entries.end() ? entries.emplace_back(wanted) : *known;
}

template <int W>
void add_to(Lanes<W>& to, int lane, double persons) {
  to.set_lane(lane, to.lane(lane) + persons);
}

template <int W>
void add_upgrade(const ChannelUse& channel, int region, double persons, const Draw& draw, int lane,
                 PeoplePolicy<W>& people) {
  const typename PeoplePolicy<W>::Upgrade wanted{.region = region,
                                                 .from = channel.from_education.index,
                                                 .to = channel.to_education.index,
                                                 .age_from = age(channel, draw, "age_from"),
                                                 .age_to = age(channel, draw, "age_to")};
  auto& lever = entry_of(people.upgrades, wanted, [&](const auto& u) {
    return u.region == wanted.region && u.from == wanted.from && u.to == wanted.to && u.age_from == wanted.age_from &&
           u.age_to == wanted.age_to;
  });
  add_to(lever.persons, lane, persons);
}

/// Recruits of earlier years who leave this year.
double leaving_recruits(const std::vector<double>& doses, int year_index, const ChannelUse& channel, const Draw& draw) {
  const double two = number_of(channel, draw, "exit_two_years"), five = number_of(channel, draw, "exit_five_years");
  double leaving = 0.0;
  for (int s = 0; s < year_index; ++s) {
    const double dose = doses[static_cast<std::size_t>(s)];
    if (dose > 0.0)
      leaving += dose * (recruits_staying(year_index - s - 1, two, five) - recruits_staying(year_index - s, two, five));
  }
  return leaving * (1.0 - number_of(channel, draw, "deadweight"));
}

}  // namespace

double participants(const std::vector<double>& doses, int year_index, const ChannelUse& channel, const Draw& draw) {
  const double additional = 1.0 - number_of(channel, draw, "deadweight"), exit = number_of(channel, draw, "exit");
  double stock = 0.0;
  for (int s = 0; s <= year_index; ++s) {
    const double dose = doses[static_cast<std::size_t>(s)];
    if (dose > 0.0) stock += dose * additional * staying_share(year_index - s, exit);
  }
  return stock;
}

double moved_persons(const std::vector<double>& doses, int year_index, double delay, const ChannelUse& channel,
                     const Draw& draw) {
  double moved = 0.0;
  for (int s = 0; s <= year_index; ++s) {
    const double share = std::max(0.0, 1.0 - std::fabs(static_cast<double>(year_index - s) - delay));
    moved += doses[static_cast<std::size_t>(s)] * share;
  }
  return moved * (1.0 - number_of(channel, draw, "deadweight"));
}

double recruits_staying(int age, double exit_two_years, double exit_five_years) {
  const double two = 1.0 - exit_two_years, five = 1.0 - exit_five_years;
  if (age <= 0) return 1.0;
  if (age <= 2) return exp(static_cast<double>(age) / 2.0 * log(two));
  return two * exp(static_cast<double>(std::min(age, 5) - 2) / 3.0 * log(five / two));
}

template <int W>
void add_people_channel(const ChannelUse& channel, int region, const std::vector<double>& doses, int year_index,
                        const Draw& draw, int lane, PeoplePolicy<W>& people) {
  switch (channel.channel) {
    case Channel::skills_upgrade:
    case Channel::skills_youth_completion: {
      const double persons = moved_persons(doses, year_index, number_of(channel, draw, "delay"), channel, draw);
      if (persons > 0.0) add_upgrade(channel, region, persons, draw, lane, people);
      break;
    }
    case Channel::migration_retention: {
      const double persons = moved_persons(doses, year_index, 0.0, channel, draw);
      for (std::size_t e = 0; e < channel.education_shares.size() && persons > 0.0; ++e) {
        if (channel.education_shares[e] == 0.0) continue;
        const typename PeoplePolicy<W>::Retention wanted{.region = region,
                                                         .education = static_cast<int>(e),
                                                         .age_from = age(channel, draw, "age_from"),
                                                         .age_to = age(channel, draw, "age_to")};
        auto& lever = entry_of(people.retentions, wanted, [&](const auto& k) {
          return k.region == wanted.region && k.education == wanted.education && k.age_from == wanted.age_from &&
                 k.age_to == wanted.age_to;
        });
        add_to(lever.persons, lane, persons * channel.education_shares[e]);
      }
      break;
    }
    case Channel::migration_recruitment: {
      const double arrivals = moved_persons(doses, year_index, 0.0, channel, draw);
      const double exits = leaving_recruits(doses, year_index, channel, draw);
      for (std::size_t e = 0; e < channel.education_shares.size() && (arrivals > 0.0 || exits > 0.0); ++e) {
        if (channel.education_shares[e] == 0.0) continue;
        const typename PeoplePolicy<W>::Recruitment wanted{.region = region,
                                                           .education = static_cast<int>(e),
                                                           .age_from = age(channel, draw, "age_from"),
                                                           .age_to = age(channel, draw, "age_to")};
        auto& lever = entry_of(people.recruitments, wanted, [&](const auto& k) {
          return k.region == wanted.region && k.education == wanted.education && k.age_from == wanted.age_from &&
                 k.age_to == wanted.age_to;
        });
        add_to(lever.arrivals, lane, arrivals * channel.education_shares[e]);
        add_to(lever.exits, lane, exits * channel.education_shares[e]);
      }
      break;
    }
    default: break;  // the other channels move no people
  }
}

#define DRIVKRAFT_INSTANTIATE(W)                                                                                 \
  template void add_people_channel<W>(const ChannelUse&, int, const std::vector<double>&, int, const Draw&, int, \
                                      PeoplePolicy<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
