#include "drivkraft/danish.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace drivkraft {

namespace {

/// A message with {} where it varies. In Danish {0} is the first of these places, {1} the second; they are phrases of
/// the catalogue too. The first entry that fits counts.
struct Message {
  std::string_view english, danish;
};

constexpr std::array messages{
    // the file itself
    Message{"file not found", "filen findes ikke"},
    Message{"file not found, {}", "filen findes ikke, {0}"},
    Message{"is a folder, a file is needed", "er en mappe, der skal bruges en fil"},
    Message{"is not an ordinary file", "er ikke en almindelig fil"},
    Message{"is {} bytes, files above {} bytes are not read", "fylder {0} byte, filer over {1} byte læses ikke"},
    Message{"is empty", "er tom"},
    Message{"byte {} of the file is {}, the file is not UTF-8 text",
            "byte {0} i filen er {1}, filen er ikke UTF-8-tekst"},
    Message{"save the file as UTF-8", "gem filen som UTF-8"},
    Message{"not valid TOML: {}", "ikke gyldig TOML: {0}"},
    Message{"a key has more than {} parts", "en nøgle har mere end {0} dele"},
    Message{"{} cannot be read", "{0} kan ikke læses"},
    Message{"cannot be read: {}", "kan ikke læses: {0}"},
    Message{"the baseline", "grundforløbet"},
    Message{"the overlay", "overlægget"},
    Message{"the file it extends", "filen, som den udvider,"},
    // hints
    Message{"did you mean {}?", "mente du {0}?"},
    Message{"choices: {}", "mulighederne er: {0}"},
    Message{"the other one: {}", "det andet sted: {0}"},
    Message{"its regions: {}", "dens regioner: {0}"},
    Message{"its industries: {}", "dens brancher: {0}"},
    Message{"see {}", "se {0}"},
    Message{"write from = 2020, to = 2023, or a dose by year: {}",
            "skriv from = 2020, to = 2023, eller en dosis for hvert år: {0}"},
    Message{"write {} or {}", "skriv {0} eller {1}"},
    Message{"write a number of {}", "skriv et antal {0}"},
    Message{"write {}", "skriv {0}"},
    Message{"e.g. {}", "f.eks. {0}"},
    Message{"a key with dots stands in quotes: {}", "en nøgle med punktummer står i anførselstegn: {0}"},
    Message{"a scenario names one in [scenario]: {}", "et scenarie nævner et i [scenario]: {0}"},
    Message{"hold something else, or let financing be {}", "hold noget andet, eller lad finansieringen være {0}"},
    Message{"a dose of 0 says that nothing is done there", "en dosis på 0 siger, at der ikke gøres noget der"},
    // keys and sections
    Message{"a scenario must have a [scenario] section", "et scenarie skal have en sektion [scenario]"},
    Message{"[parameters] must be a section of keys and numbers",
            "[parameters] skal være en sektion med nøgler og tal"},
    Message{"a lever must be a [[lever]] table, with two brackets",
            "en indsats skal være en [[lever]]-tabel, med to klammer"},
    Message{"a lever must be a [[lever]] table", "en indsats skal være en [[lever]]-tabel"},
    Message{"{} must be a section: {}", "{0} skal være en sektion: {1}"},
    Message{"unknown section {} in a scenario", "ukendt sektion {0} i et scenarie"},
    Message{"unknown key {} in {}", "ukendt nøgle {0} i {1}"},
    Message{"unknown closure of {} {} in {}", "ukendt lukning af {0} {1} i {2}"},
    Message{"unknown {} {} in {}", "ukendt {0} {1} i {2}"},
    Message{"{} has no key {}: {}", "{0} mangler nøglen {1}"},
    Message{"{} is {}, it must be finite", "{0} er {1}, tallet skal være endeligt"},
    Message{"the dose of {} is {}, it must be a number", "dosis af {0} er {1}, det skal være et tal"},
    Message{"the share of {} is {}, it must be a number", "andelen af {0} er {1}, det skal være et tal"},
    Message{"parameter {} is {}, it must be a number", "parameteren {0} er {1}, det skal være et tal"},
    Message{"{} of {} is {}, it must be {}", "{0} i {1} er {2}, det skal være {3}"},
    Message{"{} of {} is empty", "{0} i {1} er tom"},
    Message{"{} of {} is too large", "{0} i {1} er for stor"},
    Message{"{} stands twice in {} of {}", "{0} står to gange i {1} i {2}"},
    // what values are
    Message{"a number, a table of regions or of years, or a share",
            "et tal, en tabel over regioner eller år, eller en andel"},
    Message{"a list of names or {}", "en liste af navne eller {0}"},
    Message{"a list of names", "en liste af navne"},
    Message{"a list of two years", "en liste med to årstal"},
    Message{"a word or a table", "et ord eller en tabel"},
    Message{"a whole number of years, at least 1", "et helt antal år, mindst 1"},
    Message{"between 0 and 1: the share that is left after a year",
            "mellem 0 og 1: den andel, der er tilbage efter et år"},
    Message{"a whole number", "et helt tal"},
    Message{"a number", "et tal"},
    Message{"a date or time", "en dato eller et klokkeslæt"},
    Message{"a list", "en liste"},
    Message{"a table", "en tabel"},
    Message{"true or false", "sandt eller falsk"},
    Message{"text", "tekst"},
    // years and files of a scenario
    Message{"the first year is {}, it must be the base year {}", "det første år er {0}, det skal være basisåret {1}"},
    Message{"the last year is {}, it must be after {} and at most {}",
            "det sidste år er {0}, det skal ligge efter {1} og højst være {2}"},
    Message{"the years are {}, the baseline's are {}; they must be the same",
            "årene er {0}, grundforløbets er {1}; de skal være de samme"},
    Message{"a file without a baseline must not have {}", "en fil uden grundforløb må ikke have {0}"},
    Message{"{} has a baseline itself and cannot be one", "{0} har selv et grundforløb og kan ikke være et"},
    Message{"parameter {} is set by the baseline too; a belief holds for both paths",
            "parameteren {0} er også sat i grundforløbet; en antagelse gælder for begge forløb"},
    Message{"public consumption is held, and financing {} would cut it: nobody would pay",
            "det offentlige forbrug holdes, og finansieringen {0} ville skære i det: ingen ville betale"},
    Message{"{} leads back to a file that names this one", "{0} fører tilbage til en fil, der nævner denne"},
    Message{"the scenario is made of more than {} files", "scenariet består af flere end {0} filer"},
    Message{"an overlay must have the years of the file it is laid over",
            "et overlæg skal have samme år som filen, det lægges over"},
    Message{"an overlay must have the baseline of the file it is laid over",
            "et overlæg skal have samme grundforløb som filen, det lægges over"},
    Message{"two overlays set {} of {}", "to overlæg sætter {0} i {1}"},
    // levers and doses
    Message{"lever {} already has a dose in {} in {}", "indsatsen {0} har allerede en dosis i {1} i {2}"},
    Message{
        "lever {} treats {} firms of {} employed in {} in {}, the industries it reaches have {} jobs there: at most {} "
        "firms",
        "indsatsen {0} behandler {1} virksomheder med {2} ansatte i {3} i {4}, de brancher, den når, har {5} job der: "
        "højst {6} virksomheder"},
    Message{
        "lever {} moves {} persons in {} in {}, only {} of 15 to 64 are outside the labour force there",
        "indsatsen {0} flytter {1} personer i {2} i {3}, kun {4} fra 15 til 64 år står uden for arbejdsstyrken der"},
    Message{"lever {} treats {} persons of {} to {} with {} in {} in {}, only {} are there",
            "indsatsen {0} behandler {1} personer fra {2} til {3} år med {4} i {5} i {6}, der er kun {7}"},
    Message{"lever {} treats {} firms that export {} mio. DKK each in {} in {}, the industries it reaches export {} "
            "mio. DKK there: at most {} firms",
            "indsatsen {0} behandler {1} virksomheder, der hver eksporterer for {2} mio. kr., i {3} i {4}, de "
            "brancher, den når, "
            "eksporterer for {5} mio. kr. der: højst {6} virksomheder"},
    Message{"lever {} treats {} {} with {} in {} in {}, only {} are there",
            "indsatsen {0} behandler {1} {2} med {3} i {4} i {5}, der er kun {6}"},
    Message{"lever {} treats {} {} in {} in {}, the industries it reaches have {} there",
            "indsatsen {0} behandler {1} {2} i {3} i {4}, de brancher, den når, har {5} der"},
    Message{
        "with lever {} wage subsidies pay {} of the wages of jobs with {} in {} in {} in {}, it must be less than all",
        "med indsatsen {0} betaler løntilskud {1} af lønnen i job med {2} i {3} i {4} i {5}, det skal være mindre end "
        "det hele"},
    Message{"lever {} saves {} minutes between {} and {} in {}, the way takes {} minutes",
            "indsatsen {0} sparer {1} minutter mellem {2} og {3} i {4}, vejen tager {5} minutter"},
    Message{"lever {} moves demand abroad in {}, which is the same for all regions: give one dose with {}",
            "indsatsen {0} flytter efterspørgslen i udlandet i {1}, og den er den samme for alle regioner: giv én "
            "dosis med {2}"},
    Message{"lever {} lifts people of {} to {}, nobody has it at that age",
            "indsatsen {0} løfter folk på {1} år til {2}, ingen har den i den alder"},
    Message{
        "of the recruits of lever {} {} are gone after two years and {} after five: {}",
        "af dem, som indsatsen {0} rekrutterer, er {1} væk efter to år og {2} efter fem: den anden andel må ikke være "
        "mindre end den første, og begge skal være under 1"},
    Message{"no table counts what lever {} reaches in {}, its dose cannot be a share",
            "ingen tabel tæller det, som indsatsen {0} når i {1}, dens dosis kan ikke være en andel"},
    Message{"lever {} stands for all of row {}, lever {} for its part {}: both have a dose in {} in {}, and so in {} "
            "regions and years in all",
            "indsatsen {0} står for hele rækken {1}, indsatsen {2} for dens del {3}: begge har en dosis i {4} i {5}, "
            "og således i alt i {6} regioner og år"},
    Message{"lever {} stands for all of row {}, lever {} for its part {}: both have a dose in {} in {}",
            "indsatsen {0} står for hele rækken {1}, indsatsen {2} for dens del {3}: begge har en dosis i {4} i {5}"},
    Message{"{} cannot be applied to {}", "{0} kan ikke bruges i {1}"},
    Message{"{} does not reach firms of {}", "{0} når ikke virksomheder i {1}"},
    Message{"{} has a dose in {}, which is not among its regions",
            "{0} har en dosis i {1}, som ikke er blandt dens regioner"},
    Message{"{} has no dose in {}", "{0} har ingen dosis i {1}"},
    Message{"\"regions\" of {} names no region", "\"regions\" i {0} nævner ingen region"},
    Message{"\"industries\" of {} names no industry", "\"industries\" i {0} nævner ingen branche"},
    Message{"the dose of {} is given by year, {} has no meaning beside it",
            "dosis af {0} er givet år for år, {1} har ingen mening ved siden af"},
    Message{"the profile of {} is {}, \"to\" has no meaning beside it",
            "profilen for {0} er {1}, \"to\" har ingen mening ved siden af"},
    Message{"{} stands beside \"share\" in the dose of {}", "{0} står ved siden af \"share\" i dosis af {1}"},
    Message{"{} in the dose of {} is not a year", "{0} i dosis af {1} er ikke et år"},
    Message{"the dose of {} names no year", "dosis af {0} nævner intet år"},
    Message{"\"to\" of {} is {}, before \"from\" {}", "\"to\" i {0} er {1}, før \"from\" {2}"},
    Message{"the dose of {} is one number a region, {} is missing",
            "dosis af {0} er ét tal for hver region, {1} mangler"},
    Message{"the dose of {} is one number, {} is missing", "dosis af {0} er ét tal, {1} mangler"},
    Message{"the profile of {} must be one word with its number", "profilen for {0} skal være ét ord med sit tal"},
    Message{"the profile {} of {} takes no number", "profilen {0} for {1} har intet tal"},
    Message{"the profile {} of {} needs a number", "profilen {0} for {1} mangler et tal"},
    Message{"{} of the profile of {} must be {}", "{0} i profilen for {1} skal være {2}"},
    Message{"year {} of the dose of {} is out of range, doses run from {} to {}; {} is data",
            "år {0} i dosis af {1} er uden for rækkevidde, doser går fra {2} til {3}; {4} er data"},
    Message{"year {} of the dose of {} is out of range, doses run from {} to {}",
            "år {0} i dosis af {1} er uden for rækkevidde, doser går fra {2} til {3}"},
    // beliefs and numbers
    Message{"{} in [parameters] is a table", "{0} i [parameters] er en tabel"},
    Message{"{} is {}, must not be above {}, {}", "{0} er {1}, må ikke være over {2}, {3}"},
    Message{"{} is {}, must be 0 or 1", "{0} er {1}, skal være 0 eller 1"},
    Message{"{} is {} years, must be at least 1", "{0} er {1} år, skal være mindst 1"},
    Message{"{} is {}, must be a finite number", "{0} er {1}, skal være et endeligt tal"},
    Message{"{} is {}, must not be negative", "{0} er {1}, må ikke være negativt"},
    Message{"{} is {}, must be above zero", "{0} er {1}, skal være over nul"},
    Message{"{} is {}, must lie in 0 to 1", "{0} er {1}, skal ligge mellem 0 og 1"},
    // settings
    Message{"a lever is set by lever.ID.KEY", "en indsats sættes med lever.ID.NØGLE"},
    Message{"{} has no lever {}", "{0} har ingen indsats {1}"},
    Message{"{} cannot be set", "{0} kan ikke sættes"},
    Message{"{} names no key", "{0} nævner ingen nøgle"},
    Message{"{} names files and stands in the file itself", "{0} nævner filer og står i selve filen"},
    Message{"{} is not a TOML value", "{0} er ikke en TOML-værdi"},
    Message{"one value is wanted after =", "der skal stå én værdi efter ="},
    // phrases
    Message{"the dose of {}", "dosis af {0}"},
    Message{"the share of {}", "andelen af {0}"},
    Message{"\"{}\" of {}", "\"{0}\" i {1}"},
    Message{"lever \"{}\"", "indsatsen \"{0}\""},
    Message{"a lever without id", "en indsats uden id"},
    Message{"parameter \"{}\"", "parameteren \"{0}\""},
    Message{"parameter", "parameter"},
    Message{"lever", "indsats"},
    Message{"industry", "branche"},
    Message{"block", "blok"},
    Message{"profile", "profil"},
    Message{"the scenario", "scenariet"},
    Message{"new firms", "nye virksomheder"},
    Message{"firms", "virksomheder"},
    Message{"unemployed", "ledige"},
    Message{"jobs", "job"},
    Message{"persons", "personer"},
    Message{"{} years", "{0} år"},
};

/// What stands in the places of a pattern, from left to right; none when the text does not fit. A place that begins in
/// quotes ends with them.
std::optional<std::vector<std::string>> places_in(std::string_view text, std::string_view pattern) {
  std::vector<std::string> places;
  std::size_t hole = pattern.find("{}");
  if (!text.starts_with(pattern.substr(0, hole))) return std::nullopt;
  if (hole == std::string_view::npos) return text == pattern ? std::optional{places} : std::nullopt;
  text.remove_prefix(hole);
  while (hole != std::string_view::npos) {
    pattern.remove_prefix(hole + 2);
    hole = pattern.find("{}");
    const std::string_view next = pattern.substr(0, hole);
    const bool last = hole == std::string_view::npos;
    const std::size_t quoted = !text.empty() && text.front() == '"' ? text.find('"', 1) : 0;
    const std::size_t from = quoted == std::string_view::npos ? 0 : quoted;
    std::size_t end = last && text.ends_with(next) ? text.size() - next.size() : text.find(next, from);
    if (last && !text.ends_with(next)) return std::nullopt;
    if (end == std::string_view::npos) return std::nullopt;
    places.emplace_back(text.substr(0, end));
    text.remove_prefix(end + next.size());
  }
  return places;
}

/// Puts {0}, {1} ... into a Danish text.
std::string filled(std::string_view danish, const std::vector<std::string>& places) {
  std::string text;
  for (std::size_t at = 0; at < danish.size(); ++at) {
    const bool hole = danish[at] == '{' && at + 2 < danish.size() && danish[at + 2] == '}';
    if (!hole) {
      text += danish[at];
      continue;
    }
    text += places.at(static_cast<std::size_t>(danish[at + 1] - '0'));
    at += 2;
  }
  return text;
}

}  // namespace

std::string danish(const std::string& text) {
  for (const Message& message : messages) {
    std::optional<std::vector<std::string>> places = places_in(text, message.english);
    if (!places) continue;
    for (std::string& place : *places) {
      if (place != text) place = danish(place);
    }
    return filled(message.danish, *places);
  }
  return text;
}

Problems in_language(const Problems& problems, Language language) {
  if (language == Language::english) return problems;
  Problems translated;
  for (const Problem& each : problems.list()) translated.add(each.place, danish(each.message), danish(each.hint));
  return translated;
}

std::string text_of_warnings(const Problems& warnings, Language language) {
  const Problems told = in_language(warnings, language);
  Problems marked;
  for (const Problem& each : told.list()) {
    const char* mark = language == Language::danish ? "advarsel: " : "warning: ";
    marked.add(each.place, mark + each.message, each.hint);
  }
  return marked.list_text();
}

std::string text_of(const Problems& problems, Language language) {
  if (language == Language::english) return problems.text();
  std::string text = in_language(problems, language).text();
  text.erase(text.rfind('\n') + 1);  // its count is of those kept
  const std::size_t further = problems.size() - problems.list().size();
  if (further > 0) text += fmt::format("... og {} fejl mere\n", further);
  return text + fmt::format("{} fejl fundet; intet blev kørt.", problems.size());
}

}  // namespace drivkraft
