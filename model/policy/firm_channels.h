#pragma once

#include <vector>

#include "economy/draw.h"
#include "economy/scenario.h"

// Channels that treat firms. `doses`: firms by year from the scenario's first year; `jobs`: persons in the industries
// that the lever reaches in the region, base year. Each gives 0 where nobody works.
namespace drivkraft {

/// Jobs in treated firms whose effect is there, as a share of the jobs reached.                           (TE-2)
///
///     firms in effect x employees_per_firm / jobs
[[nodiscard]] double treated_share(const std::vector<double>& doses, int year_index, double jobs,
                                   const ChannelUse& channel, const Draw& draw);

/// Rise of ln A in one of the industries a lever reaches [log points].                                    (TE-2)
///
///     ln(1 + treated share x reach x effect)
///
/// reach: the share of the industry's jobs that the lever reaches; effect: proportional rise of productivity in a
/// treated firm.
[[nodiscard]] double productivity_rise(const std::vector<double>& doses, int year_index, double jobs, double reach,
                                       const ChannelUse& channel, const Draw& draw);

/// Rise of the adopters' employment share this year [share].                                              (PO-11)
///
///     (firms in effect this year - last year) x employees_per_firm / jobs
///
/// A firm that has adopted stays an adopter: nothing fades.
[[nodiscard]] double adopters_rise(const std::vector<double>& doses, int year_index, double jobs,
                                   const ChannelUse& channel, const Draw& draw);

/// Rise of the export shifter of the products of the industries reached [share].                          (PO-4)
///
///     firms in effect x exports_per_firm x effect / exports
///
/// exports: of these products from the region, base year [mio. DKK]; effect: proportional rise of a firm's exports.
[[nodiscard]] double export_rise(const std::vector<double>& doses, int year_index, double exports,
                                 const ChannelUse& channel, const Draw& draw);

/// Persons of one education whom treated firms employ beside their usual mix, at base wages.              (PO-12)
///
///     firms in effect x hires_per_firm
[[nodiscard]] double wanted_hires(const std::vector<double>& doses, int year_index, const ChannelUse& channel,
                                  const Draw& draw);

}  // namespace drivkraft
