#pragma once

#include <compare>
#include <string_view>

namespace drivkraft {

/// A number with a unit; adding persons to kroner does not compile.
template <class Unit>
class Quantity {
 public:
  constexpr Quantity() = default;
  explicit constexpr Quantity(double value) : value_(value) {}
  [[nodiscard]] constexpr double value() const { return value_; }
  friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity{a.value_ + b.value_}; }
  friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity{a.value_ - b.value_}; }
  friend constexpr Quantity operator*(double factor, Quantity a) { return Quantity{factor * a.value_}; }
  friend constexpr auto operator<=>(Quantity, Quantity) = default;

 private:
  double value_ = 0.0;
};

// The labels are what result files and messages say.
struct RatioUnit {
  static constexpr std::string_view label = "1";
};
struct PersonUnit {
  static constexpr std::string_view label = "persons";
};
struct FirmUnit {
  static constexpr std::string_view label = "firms";
};
struct MioDkkUnit {
  static constexpr std::string_view label = "mio_dkk";
};
struct MioDkkPerPersonUnit {
  static constexpr std::string_view label = "mio_dkk_per_person";
};
struct MinuteUnit {
  static constexpr std::string_view label = "minutes";
};
struct KilometreUnit {
  static constexpr std::string_view label = "km";
};
struct EmissionPerMioDkkUnit {
  static constexpr std::string_view label = "kt_co2e_per_mio_dkk";
};

using Persons = Quantity<PersonUnit>;
using Firms = Quantity<FirmUnit>;
using MioDkk = Quantity<MioDkkUnit>;

}  // namespace drivkraft
