#pragma once

#include <string>
#include <vector>

#include "base/ids.h"

namespace drivkraft {

/// What became of a lever that a document describes.
enum class RegisterOutcome { entry, variant, umbrella, not_modelled };
inline const std::vector<std::string> register_outcome_names{"entry", "variant", "umbrella", "not_modelled"};

/// One row of data/levers/register.csv: a lever as a document describes it, and what stands for it in the catalogue.
struct RegisterRow {
  std::string id;
  std::string document;  // id of its source document
  std::string section, lines;
  std::string name_da, name_en;
  std::string driver, instrument, target_group;
  std::vector<RegionId> regions;
  std::string strength_positions, quantity, cost_dkk, priority;  // as printed
  RegisterOutcome outcome = RegisterOutcome::not_modelled;
  int lever = -1;               // in the catalogue; -1: none
  std::vector<int> components;  // rows that an umbrella is made of
  std::string reason;
};

using LeverRegister = std::vector<RegisterRow>;

}  // namespace drivkraft
