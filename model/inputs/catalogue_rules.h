#pragma once

#include <array>
#include <string_view>
#include <vector>

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
    KeyRule{"document", "shocks", Kind::truth, "", Need::optional, "shocks of our own, which no document describes"},
    KeyRule{"lever", "id", Kind::text, "", Need::required, "short name, unique in the folder"},
    KeyRule{"lever", "name_da", Kind::text, "", Need::required, "Danish name"},
    KeyRule{"lever", "name_en", Kind::text, "", Need::required, "English name"},
    KeyRule{"lever", "place", Kind::text, "", Need::required, "section and lines in the document"},
    KeyRule{"lever", "driver", Kind::text, "", Need::required, "driver of growth"},
    KeyRule{"lever", "instrument", Kind::text, "", Need::required, "advice, network, matching ..."},
    KeyRule{"lever", "target_group", Kind::text, "", Need::required, "whom it is meant for"},
    KeyRule{"lever", "regions", Kind::names_or_all, "region", Need::required, "where it may be applied"},
    KeyRule{"lever", "industries", Kind::names_or_all, "industry", Need::optional, "whose firms it reaches"},
    KeyRule{"lever", "strength_positions", Kind::names, "strength position", Need::optional,
            "the same, by position: parts of several industries"},
    KeyRule{"lever", "dose_unit", Kind::text, "", Need::required, "firms, persons, mio_dkk, percent or minutes"},
    KeyRule{"lever", "default_dose", Kind::number_entry, "", Need::required, "a dose to start from"},
    KeyRule{"lever", "public_cost", Kind::number_entry, "", Need::required, "mio. DKK a unit of dose"},
    KeyRule{"lever", "private_cost", Kind::number_entry, "", Need::required, "mio. DKK a unit of dose"},
    KeyRule{"lever", "spending", Kind::shares_entry, "", Need::required, "what the public cost buys, by product"},
    KeyRule{"lever", "expected", Kind::directions, "", Need::required, "what it should raise or lower, alone"},
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
  months,     // of a year
  age,        // ages are whole and stand in the entry itself: nobody draws them
  youth_age,  // of those who complete a youth education
  mover_age   // of graduates who move
};

/// First and last year of age that a rule allows.
struct AgeRange {
  int first, last;
};
inline constexpr AgeRange ages_with_education{15, 99}, youth_ages{16, 24}, mover_ages{22, 30};

/// What a channel takes beside its numbers.
struct ChannelRule {
  Channel channel;
  DoseUnit dose_unit;
  bool chain = false;                           // deadweight, displacement, substitution, success, delay, ramp
  NumberRule displacement = NumberRule::share;  // zero where the model displaces by itself
  bool fades = false;                           // half_life
  bool reaches_industries = false;              // the lever names whose firms it reaches
  bool lifts_people = false;                    // from_education, to_education
  bool spreads_people = false;                  // education_shares
  bool hires = false;                           // hired_education
  bool saves_inputs = false;                    // inputs
  bool joins_regions = false;                   // to_region
  bool buys_products = false;                   // product_shares
};

/// In the order of Channel.
inline constexpr std::array channel_rules{
    ChannelRule{.channel = Channel::firms_productivity,
                .dose_unit = DoseUnit::firms,
                .chain = true,
                .displacement = NumberRule::zero,
                .fades = true,
                .reaches_industries = true},
    ChannelRule{.channel = Channel::demand_public, .dose_unit = DoseUnit::mio_dkk},
    ChannelRule{.channel = Channel::labour_participation, .dose_unit = DoseUnit::persons, .spreads_people = true},
    ChannelRule{.channel = Channel::skills_upgrade, .dose_unit = DoseUnit::persons, .lifts_people = true},
    ChannelRule{.channel = Channel::skills_youth_completion, .dose_unit = DoseUnit::persons, .lifts_people = true},
    ChannelRule{.channel = Channel::migration_retention, .dose_unit = DoseUnit::persons, .spreads_people = true},
    ChannelRule{.channel = Channel::migration_recruitment, .dose_unit = DoseUnit::persons, .spreads_people = true},
    ChannelRule{.channel = Channel::matching_efficiency,
                .dose_unit = DoseUnit::persons,
                .chain = true,
                .fades = true,
                .spreads_people = true},
    ChannelRule{.channel = Channel::labour_wage_subsidy,
                .dose_unit = DoseUnit::persons,
                .reaches_industries = true,
                .spreads_people = true},
    ChannelRule{.channel = Channel::firms_first_academic,
                .dose_unit = DoseUnit::firms,
                .chain = true,
                .displacement = NumberRule::zero,
                .fades = true,
                .reaches_industries = true,
                .hires = true},
    ChannelRule{.channel = Channel::firms_exports,
                .dose_unit = DoseUnit::firms,
                .chain = true,
                .fades = true,
                .reaches_industries = true},
    ChannelRule{.channel = Channel::adoption_digital,
                .dose_unit = DoseUnit::firms,
                .chain = true,
                .displacement = NumberRule::zero,
                .reaches_industries = true},
    ChannelRule{.channel = Channel::adoption_automation,
                .dose_unit = DoseUnit::firms,
                .chain = true,
                .displacement = NumberRule::zero,
                .reaches_industries = true},
    ChannelRule{.channel = Channel::adoption_innovation,
                .dose_unit = DoseUnit::firms,
                .chain = true,
                .displacement = NumberRule::zero,
                .reaches_industries = true},
    ChannelRule{.channel = Channel::adoption_green,
                .dose_unit = DoseUnit::firms,
                .chain = true,
                .displacement = NumberRule::zero,
                .reaches_industries = true},
    ChannelRule{.channel = Channel::investment_private, .dose_unit = DoseUnit::mio_dkk, .reaches_industries = true},
    ChannelRule{.channel = Channel::demand_tourism, .dose_unit = DoseUnit::mio_dkk, .buys_products = true},
    ChannelRule{.channel = Channel::demand_construction, .dose_unit = DoseUnit::mio_dkk, .buys_products = true},
    ChannelRule{.channel = Channel::world_demand, .dose_unit = DoseUnit::percent, .reaches_industries = true},
    ChannelRule{.channel = Channel::firms_entry, .dose_unit = DoseUnit::firms, .reaches_industries = true},
    ChannelRule{.channel = Channel::firms_survival, .dose_unit = DoseUnit::firms, .reaches_industries = true},
    ChannelRule{.channel = Channel::firms_scaleup,
                .dose_unit = DoseUnit::firms,
                .chain = true,
                .fades = true,
                .reaches_industries = true},
    ChannelRule{.channel = Channel::resource_efficiency,
                .dose_unit = DoseUnit::firms,
                .chain = true,
                .displacement = NumberRule::zero,
                .fades = true,
                .reaches_industries = true,
                .saves_inputs = true},
    ChannelRule{.channel = Channel::access_commuting, .dose_unit = DoseUnit::minutes, .joins_regions = true},
    ChannelRule{.channel = Channel::access_trade, .dose_unit = DoseUnit::minutes, .joins_regions = true},
};

[[nodiscard]] constexpr const ChannelRule& rule_of(Channel channel) {
  return channel_rules[static_cast<std::size_t>(channel)];
}

/// A number that a channel needs.
struct ChannelNumber {
  Channel channel;
  std::string_view name;
  std::string_view unit;
  NumberRule rule;
  std::string_view meaning;
};

/// Each channel takes exactly its numbers: these, and those of the chain where its rule says so.
inline constexpr std::array channel_numbers{
    ChannelNumber{Channel::firms_productivity, "effect", "proportion", NumberRule::any,
                  "rise in a treated firm's productivity"},
    ChannelNumber{Channel::firms_productivity, "employees_per_firm", "persons a firm", NumberRule::positive,
                  "jobs in a treated firm"},
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
    ChannelNumber{Channel::matching_efficiency, "effect", "proportion", NumberRule::non_negative,
                  "rise in a treated person's chance to find a job"},
    ChannelNumber{Channel::labour_wage_subsidy, "wage_share", "share", NumberRule::share_below_one,
                  "of the wage that the public pays"},
    ChannelNumber{Channel::labour_wage_subsidy, "monthly_cap", "mio. DKK a month", NumberRule::positive,
                  "most that is paid for a person"},
    ChannelNumber{Channel::labour_wage_subsidy, "months", "months", NumberRule::months, "in which it is paid"},
    ChannelNumber{Channel::labour_wage_subsidy, "deadweight", "share", NumberRule::share,
                  "paid for jobs that were there anyway"},
    ChannelNumber{Channel::labour_wage_subsidy, "displacement", "share", NumberRule::share,
                  "of the rest, taken from other jobs"},
    ChannelNumber{Channel::firms_first_academic, "effect", "proportion", NumberRule::any,
                  "rise in a treated firm's productivity"},
    ChannelNumber{Channel::firms_first_academic, "employees_per_firm", "persons a firm", NumberRule::positive,
                  "jobs in a treated firm"},
    ChannelNumber{Channel::firms_first_academic, "hires_per_firm", "employees per firm", NumberRule::non_negative,
                  "lasting extra employees of the education hired"},
    ChannelNumber{Channel::firms_exports, "effect", "proportion", NumberRule::any, "rise in a treated firm's exports"},
    ChannelNumber{Channel::firms_exports, "exports_per_firm", "mio. DKK a firm", NumberRule::positive,
                  "exports of a treated firm in a year"},
    ChannelNumber{Channel::adoption_digital, "employees_per_firm", "persons a firm", NumberRule::positive,
                  "jobs in a treated firm"},
    ChannelNumber{Channel::adoption_automation, "employees_per_firm", "persons a firm", NumberRule::positive,
                  "jobs in a treated firm"},
    ChannelNumber{Channel::adoption_innovation, "employees_per_firm", "persons a firm", NumberRule::positive,
                  "jobs in a treated firm"},
    ChannelNumber{Channel::adoption_green, "employees_per_firm", "persons a firm", NumberRule::positive,
                  "jobs in a treated firm"},
    ChannelNumber{Channel::investment_private, "effect", "DKK per DKK", NumberRule::non_negative,
                  "private investment beyond what would have been, for each krone of dose"},
    ChannelNumber{Channel::demand_tourism, "effect", "DKK per DKK", NumberRule::non_negative,
                  "visitors' spending for each krone of dose"},
    ChannelNumber{Channel::demand_tourism, "displacement", "share", NumberRule::share,
                  "would have been spent elsewhere in Denmark"},
    ChannelNumber{Channel::firms_entry, "deadweight", "share", NumberRule::share, "would have started anyway"},
    ChannelNumber{Channel::firms_entry, "displacement", "share", NumberRule::share, "taken from firms that are there"},
    ChannelNumber{Channel::firms_entry, "substitution", "share", NumberRule::share, "started in place of other firms"},
    ChannelNumber{Channel::firms_entry, "success", "share", NumberRule::share, "share that start"},
    ChannelNumber{Channel::firms_survival, "effect", "proportion", NumberRule::share,
                  "fall of a new firm's exit hazard in its first five years"},
    ChannelNumber{Channel::firms_survival, "deadweight", "share", NumberRule::share, "would have lived anyway"},
    ChannelNumber{Channel::firms_survival, "displacement", "share", NumberRule::share,
                  "taken from firms that are there"},
    ChannelNumber{Channel::firms_survival, "substitution", "share", NumberRule::share,
                  "shifted inside the firm to gain support"},
    ChannelNumber{Channel::firms_survival, "success", "share", NumberRule::share, "share in which the effect occurs"},
    ChannelNumber{Channel::firms_scaleup, "effect", "proportion", NumberRule::any, "extra growth of a treated firm"},
    ChannelNumber{Channel::firms_scaleup, "employees_per_firm", "persons a firm", NumberRule::positive,
                  "jobs in a treated firm"},
    ChannelNumber{Channel::resource_efficiency, "effect", "share of material and energy cost", NumberRule::share,
                  "of the inputs named that a treated firm saves"},
    ChannelNumber{Channel::resource_efficiency, "emission_effect", "share", NumberRule::share,
                  "of a treated firm's emissions that it saves"},
    ChannelNumber{Channel::resource_efficiency, "employees_per_firm", "persons a firm", NumberRule::positive,
                  "jobs in a treated firm"},
    ChannelNumber{Channel::access_trade, "exposed_share", "share", NumberRule::share,
                  "of exports that take this way; only to abroad"},
    ChannelNumber{Channel::demand_construction, "effect", "DKK per DKK", NumberRule::non_negative,
                  "building that private owners pay for, for each krone of dose"},
};

/// The numbers of the chain from dose to effect, after the displacement's own rule.
inline constexpr std::array chain_numbers{
    ChannelNumber{{}, "deadweight", "share", NumberRule::share, "would have happened anyway"},
    ChannelNumber{{}, "displacement", "share", NumberRule::share, "taken from competitors"},
    ChannelNumber{{}, "substitution", "share", NumberRule::share, "shifted inside the firm to gain support"},
    ChannelNumber{{}, "success", "share", NumberRule::share, "share in which the effect occurs"},
    ChannelNumber{{}, "delay", "years", NumberRule::non_negative, "years to the first effect"},
    ChannelNumber{{}, "ramp", "years", NumberRule::at_least_one, "years from first to full effect"},
    ChannelNumber{{}, "half_life", "years", NumberRule::positive, "years in which the effect halves"},
};

/// Where a way leads that ends in no region of the country.
inline constexpr std::string_view to_abroad = "abroad";

/// All numbers of a channel; `abroad`: its way leads there.
[[nodiscard]] inline std::vector<ChannelNumber> numbers_of(Channel channel, bool abroad) {
  const ChannelRule& rule = rule_of(channel);
  std::vector<ChannelNumber> numbers;
  for (const ChannelNumber& number : channel_numbers) {
    if (number.channel == channel && (number.name != "exposed_share" || abroad)) numbers.push_back(number);
  }
  for (ChannelNumber number : chain_numbers) {
    if (!rule.chain || (number.name == "half_life" && !rule.fades)) continue;
    if (number.name == "displacement") number.rule = rule.displacement;
    numbers.push_back(number);
  }
  return numbers;
}

}  // namespace drivkraft
