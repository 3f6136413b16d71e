#include "results/report_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <locale>

namespace drivkraft {
namespace {

/// Thousands apart, and the decimal sign of the language.
class Punctuation : public std::numpunct<char> {
 public:
  explicit Punctuation(Language language) : danish_(language == Language::danish) {}

 protected:
  char do_decimal_point() const override { return danish_ ? ',' : '.'; }
  char do_thousands_sep() const override { return danish_ ? '.' : ','; }
  std::string do_grouping() const override { return "\3"; }

 private:
  bool danish_;
};

const std::locale& locale_of(Language language) {
  static const std::locale english(std::locale::classic(), new Punctuation(Language::english));
  static const std::locale danish(std::locale::classic(), new Punctuation(Language::danish));
  return language == Language::danish ? danish : english;
}

/// True where only zeros would be printed: no "-0.00" and no "+0".
bool prints_as_zero(double value, int decimals) {
  return std::abs(value) * std::pow(10.0, decimals) < 0.5;
}

struct Words {
  std::string_view english;
  std::string_view danish;
};

std::string in(Language language, Words words) {
  return std::string(language == Language::danish ? words.danish : words.english);
}

}  // namespace

std::string number_text(double value, int decimals, Language language) {
  if (prints_as_zero(value, decimals)) value = 0.0;
  return fmt::format(locale_of(language), "{:.{}Lf}", value, decimals);
}

std::string change_text(double value, int decimals, Language language) {
  if (prints_as_zero(value, decimals)) return number_text(0.0, decimals, language);
  return fmt::format(locale_of(language), "{:+.{}Lf}", value, decimals);
}

int sensible_decimals(const std::vector<double>& values, int most) {
  double largest = 0.0;
  for (const double value : values) largest = std::max(largest, std::abs(value));
  if (!(largest > 0.0)) return 0;
  constexpr int digits = 3;
  return std::clamp(digits - 1 - static_cast<int>(std::floor(std::log10(largest))), 0, most);
}

std::string cut(std::string_view text, std::size_t columns) {
  std::size_t characters = 0;
  std::size_t keep = 0;  // bytes of the first `columns - 1` characters
  for (std::size_t k = 0; k < text.size(); ++k) {
    const bool starts_character = (static_cast<unsigned char>(text[k]) & 0xC0U) != 0x80U;
    if (!starts_character) continue;
    if (characters + 1 == columns) keep = k;
    ++characters;
  }
  return characters <= columns ? std::string(text) : std::string(text.substr(0, keep)) + "…";
}

std::string name_of(Indicator indicator, Language language) {
  switch (indicator) {
    case Indicator::productivity: return in(language, {"Productivity", "Produktivitet"});
    case Indicator::employment: return in(language, {"Employment", "Beskæftigelse"});
    case Indicator::unemployment: return in(language, {"Unemployment", "Ledighed"});
    case Indicator::real_gdp: return in(language, {"Real GDP", "Realt BNP"});
  }
  return {};
}

std::string in_a_sentence(Indicator indicator, Language language) {
  switch (indicator) {
    case Indicator::productivity: return in(language, {"productivity", "produktivitet"});
    case Indicator::employment: return in(language, {"employment", "beskæftigelse"});
    case Indicator::unemployment: return in(language, {"unemployment", "ledighed"});
    case Indicator::real_gdp: return in(language, {"real GDP", "realt BNP"});
  }
  return {};
}

std::string unit_of(Indicator indicator, bool is_change, Language language) {
  switch (indicator) {
    case Indicator::productivity: return is_change ? "%" : in(language, {"mio. DKK a person", "mio. kr. pr. person"});
    case Indicator::employment: return in(language, {"persons", "personer"});
    case Indicator::unemployment: return is_change ? in(language, {"percentage points", "procentpoint"}) : "%";
    case Indicator::real_gdp: return in(language, {"mio. DKK", "mio. kr."});
  }
  return {};
}

std::string unit_of(DoseUnit unit, Language language) {
  switch (unit) {
    case DoseUnit::firms: return in(language, {"firms", "virksomheder"});
    case DoseUnit::persons: return in(language, {"persons", "personer"});
    case DoseUnit::mio_dkk: return in(language, {"mio. DKK", "mio. kr."});
    case DoseUnit::percent: return "%";
    case DoseUnit::minutes: return in(language, {"minutes", "minutter"});
  }
  return {};
}

}  // namespace drivkraft
