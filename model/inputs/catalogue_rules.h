#pragma once

#include <array>
#include <string_view>

#include "economy/scenario.h"
#include "inputs/key_rules.h"

namespace drivkraft {

/// A file of data/levers; the same table stands in its README.md.
inline constexpr std::array catalogue_keys{
    KeyRule{"document", "id", Kind::text, "", Need::required, "short name of the document"},
    KeyRule{"document", "title_da", Kind::text, "", Need::required, "Danish title"},
    KeyRule{"document", "title_en", Kind::text, "", Need::required, "English title"},
    KeyRule{"document", "publisher", Kind::text, "", Need::required, "who published it"},
    KeyRule{"document", "year", Kind::whole_number, "year", Need::required, "year of publication"},
    KeyRule{"lever", "id", Kind::text, "", Need::required, "short name, unique in the folder"},
    KeyRule{"lever", "name_da", Kind::text, "", Need::required, "Danish name"},
    KeyRule{"lever", "name_en", Kind::text, "", Need::required, "English name"},
    KeyRule{"lever", "place", Kind::text, "", Need::required, "section and lines in the document"},
    KeyRule{"lever", "register_rows", Kind::names, "", Need::required, "rows of the evidence register"},
    KeyRule{"lever", "driver", Kind::text, "", Need::required, "driver of growth"},
    KeyRule{"lever", "instrument", Kind::text, "", Need::required, "advice, network, matching ..."},
    KeyRule{"lever", "target_group", Kind::text, "", Need::required, "whom it is meant for"},
    KeyRule{"lever", "regions", Kind::names_or_all, "region", Need::required, "where it may be applied"},
    KeyRule{"lever", "industries", Kind::names_or_all, "industry", Need::optional, "whose firms it reaches"},
    KeyRule{"lever", "dose_unit", Kind::text, "", Need::required, "firms, persons or mio_dkk"},
    KeyRule{"lever", "default_dose", Kind::number_entry, "", Need::required, "a dose to start from"},
    KeyRule{"lever", "public_cost", Kind::number_entry, "", Need::required, "mio. DKK a unit of dose"},
    KeyRule{"lever", "private_cost", Kind::number_entry, "", Need::required, "mio. DKK a unit of dose"},
    KeyRule{"lever", "spending", Kind::shares_entry, "", Need::required, "what the public cost buys, by product"},
    KeyRule{"lever", "notes", Kind::text, "", Need::required, "what the evidence does not support"},
    KeyRule{"lever", "channel", Kind::tables, "", Need::required, "how it acts, one [[lever.channel]] each"},
    KeyRule{"number", "value", Kind::number, "", Need::required, "the number"},
    KeyRule{"number", "unit", Kind::text, "", Need::required, "its unit"},
    KeyRule{"number", "status", Kind::text, "", Need::required, "observed, derived or assumed"},
    KeyRule{"number", "source", Kind::text, "", Need::required, "where it is from"},
    KeyRule{"number", "register", Kind::text, "", Need::optional, "row of the evidence register"},
    KeyRule{"number", "grade", Kind::text, "", Need::required, "A, B, C or D: strength of the evidence"},
    KeyRule{"number", "note", Kind::text, "", Need::optional, "how it came about"},
    KeyRule{"shares", "shares", Kind::shares_entry, "", Need::required, "share by name, adding to 1"},
    KeyRule{"shares", "status", Kind::text, "", Need::required, "observed, derived or assumed"},
    KeyRule{"shares", "source", Kind::text, "", Need::required, "where they are from"},
    KeyRule{"shares", "register", Kind::text, "", Need::optional, "row of the evidence register"},
    KeyRule{"shares", "grade", Kind::text, "", Need::required, "A, B, C or D: strength of the evidence"},
    KeyRule{"shares", "note", Kind::text, "", Need::optional, "how they came about"},
    KeyRule{"parameter", "parameter", Kind::text, "", Need::required, "key of a row of the parameter table"},
};

/// What a number of a lever may be.
enum class NumberRule {
  any,
  share,
  share_below_one,
  non_negative,
  positive,
  at_least_one,
  zero,
  age,        // ages are whole and stand in the entry itself: nobody draws them
  youth_age,  // of those who complete a youth education
  mover_age   // of graduates who move
};

/// First and last year of age that a rule allows.
struct AgeRange {
  int first, last;
};
inline constexpr AgeRange ages_with_education{15, 99}, youth_ages{16, 24}, mover_ages{22, 30};

/// A number that a channel needs.
struct ChannelNumber {
  Channel channel;
  std::string_view name;
  std::string_view unit;
  NumberRule rule;
  std::string_view meaning;
};

/// Each channel takes exactly its numbers. Displacement is zero for shifts of technology: the model displaces itself.
inline constexpr std::array channel_numbers{
    ChannelNumber{Channel::firms_productivity, "effect", "proportion", NumberRule::any,
                  "rise in a treated firm's productivity"},
    ChannelNumber{Channel::firms_productivity, "employees_per_firm", "persons a firm", NumberRule::positive,
                  "jobs in a treated firm"},
    ChannelNumber{Channel::firms_productivity, "deadweight", "share", NumberRule::share, "would have happened anyway"},
    ChannelNumber{Channel::firms_productivity, "displacement", "share", NumberRule::zero, "taken from competitors"},
    ChannelNumber{Channel::firms_productivity, "substitution", "share", NumberRule::share,
                  "shifted inside the firm to gain support"},
    ChannelNumber{Channel::firms_productivity, "success", "share", NumberRule::share,
                  "share in which the effect occurs"},
    ChannelNumber{Channel::firms_productivity, "delay", "years", NumberRule::non_negative, "years to the first effect"},
    ChannelNumber{Channel::firms_productivity, "ramp", "years", NumberRule::at_least_one,
                  "years from first to full effect"},
    ChannelNumber{Channel::firms_productivity, "half_life", "years", NumberRule::positive,
                  "years in which the effect halves"},
    ChannelNumber{Channel::labour_participation, "deadweight", "share", NumberRule::share,
                  "would have happened anyway"},
    ChannelNumber{Channel::labour_participation, "exit", "share per year", NumberRule::share,
                  "fall out again each year"},
    ChannelNumber{Channel::skills_upgrade, "deadweight", "share", NumberRule::share, "would have happened anyway"},
    ChannelNumber{Channel::skills_upgrade, "delay", "years", NumberRule::non_negative,
                  "years from the dose to the new education"},
    ChannelNumber{Channel::skills_upgrade, "age_from", "years", NumberRule::age, "youngest who are lifted"},
    ChannelNumber{Channel::skills_upgrade, "age_to", "years", NumberRule::age, "oldest who are lifted"},
    ChannelNumber{Channel::skills_youth_completion, "deadweight", "share", NumberRule::share,
                  "would have happened anyway"},
    ChannelNumber{Channel::skills_youth_completion, "delay", "years", NumberRule::non_negative,
                  "years from the dose to the new education"},
    ChannelNumber{Channel::skills_youth_completion, "age_from", "years", NumberRule::youth_age,
                  "youngest who complete, 16 to 24"},
    ChannelNumber{Channel::skills_youth_completion, "age_to", "years", NumberRule::youth_age,
                  "oldest who complete, 16 to 24"},
    ChannelNumber{Channel::migration_retention, "deadweight", "share", NumberRule::share, "would have happened anyway"},
    ChannelNumber{Channel::migration_retention, "age_from", "years", NumberRule::mover_age,
                  "youngest who are kept, 22 to 30"},
    ChannelNumber{Channel::migration_retention, "age_to", "years", NumberRule::mover_age,
                  "oldest who are kept, 22 to 30"},
    ChannelNumber{Channel::migration_recruitment, "deadweight", "share", NumberRule::share,
                  "would have happened anyway"},
    ChannelNumber{Channel::migration_recruitment, "age_from", "years", NumberRule::age, "youngest recruits"},
    ChannelNumber{Channel::migration_recruitment, "age_to", "years", NumberRule::age, "oldest recruits"},
    ChannelNumber{Channel::migration_recruitment, "exit_two_years", "share", NumberRule::share_below_one,
                  "gone after two years"},
    ChannelNumber{Channel::migration_recruitment, "exit_five_years", "share", NumberRule::share_below_one,
                  "gone after five years"},
};

/// Channels that lift people from one education to another name both.
[[nodiscard]] constexpr bool lifts_people(Channel channel) {
  return channel == Channel::skills_upgrade || channel == Channel::skills_youth_completion;
}

/// Channels whose persons are spread over educations by `education_shares`.
[[nodiscard]] constexpr bool spreads_people(Channel channel) {
  return channel == Channel::labour_participation || channel == Channel::migration_retention ||
         channel == Channel::migration_recruitment;
}

/// The unit of dose of each channel, in the order of channel_names.
inline constexpr std::array channel_dose_units{DoseUnit::firms,   DoseUnit::mio_dkk, DoseUnit::persons,
                                               DoseUnit::persons, DoseUnit::persons, DoseUnit::persons,
                                               DoseUnit::persons};

}  // namespace drivkraft
