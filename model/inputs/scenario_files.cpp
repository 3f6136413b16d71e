#include "inputs/scenario_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "inputs/key_reader.h"

namespace drivkraft {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 50;  // each file may name several: a small ring of them would never end

const std::vector<std::string> section_names{"scenario", "closures", "lever", "parameters"};

/// One file as it was read.
struct Part {
  fs::path file;
  TomlValue root;
};

const TomlValue* text_entry(const TomlValue& table, std::string_view key) {
  const TomlEntry* entry = table.find(key);
  return entry && entry->value.kind == TomlKind::text ? &entry->value : nullptr;
}

/// Enters a file under its way from `folder`, once; a file elsewhere under its name alone.
void enter(InputRecord& record, const fs::path& file, const fs::path& folder, const TextFile& text) {
  const fs::path way = folder.empty() ? file : file.lexically_relative(folder);
  const bool elsewhere = way.empty() || *way.begin() == ".." || way.is_absolute();
  const std::string name = ("scenarios" / (elsewhere ? file.filename() : way)).generic_string();
  const auto same = [&](const InputDigest& other) { return other.file == name && other.sha256 == text.sha256; };
  if (std::none_of(record.files.begin(), record.files.end(), same))
    record.files.push_back({name, text.sha256, text.text.size()});
}

/// Collects the files of a scenario, each after those that name it.
class Composer {
 public:
  Composer(const OpenText& open, fs::path folder, InputRecord& record, Problems& problems)
      : open_(open), folder_(std::move(folder)), record_(record), problems_(problems) {}

  std::optional<ComposedScenario> compose(const fs::path& file) {
    std::optional<TextFile> text = open_(file, problems_);
    if (!text) return std::nullopt;
    if (!take(file.lexically_normal(), std::move(*text), {})) return std::nullopt;
    settle(follow(0));
    return std::move(result_);
  }

 private:
  /// Parses a file into the document; false when it is not TOML.
  bool take(const fs::path& file, TextFile text, FileWay way) {
    enter(record_, file, folder_, text);
    auto document = TomlDocument::parse(std::move(text.text), std::move(text.shown), problems_);
    if (!document) return false;
    TomlValue root;
    if (parts_.empty()) {
      result_.document = std::move(*document);
      root = result_.document.root();
    } else {
      root = result_.document.absorb(std::move(*document));
    }
    result_.ways.push_back(std::move(way));
    result_.folders.push_back(file.parent_path());
    parts_.push_back({file, std::move(root)});
    check_sections(parts_.back().root);
    return true;
  }

  /// Drops sections that are unknown or of the wrong kind, with a problem each.
  void check_sections(TomlValue& root) {
    const bool has_head = root.find("scenario") != nullptr;
    std::vector<TomlEntry> sound;
    for (TomlEntry& entry : root.entries) {
      const std::string wrong = what_is_wrong(entry);
      if (wrong.empty()) {
        sound.push_back(std::move(entry));
        continue;
      }
      const bool known = std::find(section_names.begin(), section_names.end(), entry.key) != section_names.end();
      problems_.add(place(entry.key_span), wrong, known ? std::string{} : did_you_mean(entry.key, section_names));
    }
    root.entries = std::move(sound);
    if (has_head) return;
    problems_.add(place(root.span), "a scenario must have a [scenario] section");
  }

  static std::string what_is_wrong(const TomlEntry& entry) {
    const bool table = entry.value.kind == TomlKind::table;
    if (entry.key == "parameters") return table ? "" : "[parameters] must be a section of keys and numbers";
    if (entry.key == "lever") {
      return entry.value.kind == TomlKind::list ? "" : "a lever must be a [[lever]] table, with two brackets";
    }
    if (entry.key == "scenario" || entry.key == "closures")
      return table ? "" : fmt::format("\"{}\" must be a section: [{}]", entry.key, entry.key);
    return fmt::format("unknown section \"{}\" in a scenario", entry.key);
  }

  /// Reads what a part names. Returns its [scenario] with `baseline` and `years` from the file that it extends.
  TomlValue follow(std::size_t part) {
    being_read_.push_back(parts_[part].file);
    const TomlEntry* section = parts_[part].root.find("scenario");
    TomlValue head = section ? section->value : TomlValue{};
    if (const TomlValue* extended = text_entry(head, "extends")) inherit(*extended, part, head);
    if (const TomlEntry* overlays = head.find("overlays")) lay_over(overlays->value, part, head);
    being_read_.pop_back();
    return head;
  }

  /// Names that stand twice are told when the keys are read.
  void lay_over(const TomlValue& overlays, std::size_t part, const TomlValue& head) {
    std::vector<std::string> seen;
    for (const TomlValue& name : overlays.items) {
      if (name.kind != TomlKind::text || std::find(seen.begin(), seen.end(), name.text) != seen.end()) continue;
      const auto laid = read(name, "the overlay", part, {true, static_cast<int>(seen.size())});
      seen.push_back(name.text);
      if (laid) check_overlay(head, *laid);
    }
  }

  void inherit(const TomlValue& name, std::size_t part, TomlValue& head) {
    const auto extended = read(name, "the file it extends", part, {false, 0});
    if (!extended) return;
    for (const char* key : {"baseline", "years"}) {
      const TomlEntry* entry = extended->find(key);
      if (entry && !head.find(key)) head.entries.push_back(*entry);
    }
  }

  /// Reads a file that a part names, and what that one names; its [scenario] in full.
  std::optional<TomlValue> read(const TomlValue& name, const std::string& what, std::size_t part, FileStep step) {
    const Place named_at = place(name.span);
    const fs::path file = (result_.folders[part] / name.text).lexically_normal();
    if (std::find(being_read_.begin(), being_read_.end(), file) != being_read_.end()) {
      problems_.add(named_at, fmt::format("\"{}\" leads back to a file that names this one", name.text));
      return std::nullopt;
    }
    if (parts_.size() == most_files) {
      problems_.add(named_at, fmt::format("the scenario is made of more than {} files", most_files));
      return std::nullopt;
    }
    std::optional<TextFile> text = open_named(file, what, named_at, open_, problems_);
    FileWay way = result_.ways[part];
    way.push_back(step);
    if (!text || !take(file, std::move(*text), std::move(way))) return std::nullopt;
    TomlValue head = follow(parts_.size() - 1);
    check_head(head);
    return head;
  }

  /// The keys of a further file's [scenario]; those of the file that was asked for are read later, after the settings.
  void check_head(const TomlValue& head) {
    if (head.span.line == 0) return;  // it has none, which was told
    KeyReader keys{result_.document, head, scenario_keys, "scenario", "[scenario]", problems_};
    for (const char* key : {"name", "about", "baseline", "years", "extends"}) (void)keys.value(key);
    (void)keys.names("overlays");
    keys.finish();
  }

  /// An overlay is for the same years and the same baseline as the file that it is laid over.
  void check_overlay(const TomlValue& head, const TomlValue& laid) {
    const TomlEntry* years = head.find("years");
    const TomlEntry* of_overlay = laid.find("years");
    if (years && of_overlay && !same_years(years->value, of_overlay->value)) {
      problems_.add(place(of_overlay->value.span), "an overlay must have the years of the file it is laid over",
                    other_place(years->value.span));
    }
    const TomlValue* baseline = text_entry(head, "baseline");
    const TomlValue* its_baseline = text_entry(laid, "baseline");
    if (baseline && its_baseline && path_of(*baseline) != path_of(*its_baseline)) {
      problems_.add(place(its_baseline->span), "an overlay must have the baseline of the file it is laid over",
                    other_place(baseline->span));
    }
  }

  static bool same_years(const TomlValue& a, const TomlValue& b) {
    return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                      [](const TomlValue& x, const TomlValue& y) { return x.number == y.number; });
  }

  /// Puts the sections of all files together.
  void settle(const TomlValue& head) {
    TomlValue& root = result_.document.root();
    root = parts_.front().root;
    if (TomlEntry* entry = root.find("scenario")) entry->value = head;
    if (parts_.size() == 1) return;
    settle_keys(root, "closures");
    settle_keys(root, "parameters");
    for (std::size_t part = 1; part < parts_.size(); ++part) {
      const TomlEntry* levers = parts_[part].root.find("lever");
      if (!levers) continue;
      TomlEntry* all = root.find("lever");
      if (all) {
        const std::vector<TomlValue>& items = levers->value.items;
        all->value.items.insert(all->value.items.end(), items.begin(), items.end());
      } else {
        root.entries.push_back(*levers);
      }
    }
  }

  /// Each key of a section from the file that has the last word about it.
  void settle_keys(TomlValue& root, const std::string& section) {
    std::map<std::string, std::vector<const TomlEntry*>> entries;
    const TomlEntry* first = nullptr;
    for (const Part& part : parts_) {
      const TomlEntry* entry = part.root.find(section);
      if (!entry) continue;
      if (!first) first = entry;
      for (const TomlEntry& each : entry->value.entries) entries[each.key].push_back(&each);
    }
    if (!first) return;
    TomlEntry settled = *first;
    settled.value.entries.clear();
    for (const auto& [key, all] : entries) settled.value.entries.push_back(*winner(section, all));
    if (TomlEntry* entry = root.find(section)) {
      *entry = settled;
    } else {
      root.entries.push_back(settled);
    }
  }

  const TomlEntry* winner(const std::string& section, const std::vector<const TomlEntry*>& all) {
    const TomlEntry* best = all.front();
    for (std::size_t k = 1; k < all.size(); ++k) {
      for (std::size_t earlier = 0; earlier < k; ++earlier) {
        if (word(*all[earlier], *all[k]) == LastWord::nobody) {
          problems_.add(place(all[k]->key_span), fmt::format("two overlays set \"{}\" of [{}]", all[k]->key, section),
                        other_place(all[earlier]->key_span));
        }
      }
      if (word(*best, *all[k]) == LastWord::second) best = all[k];
    }
    return best;
  }

  [[nodiscard]] LastWord word(const TomlEntry& a, const TomlEntry& b) const {
    return last_word(result_.ways[static_cast<std::size_t>(a.key_span.source)],
                     result_.ways[static_cast<std::size_t>(b.key_span.source)]);
  }
  [[nodiscard]] Place place(const TomlSpan& span) const { return result_.document.place(span); }
  [[nodiscard]] std::string other_place(const TomlSpan& span) const {
    const Place other = place(span);
    return fmt::format("the other one: {}:{}:{}", other.file, other.line, other.column);
  }
  [[nodiscard]] fs::path path_of(const TomlValue& name) const {
    return (result_.folders[static_cast<std::size_t>(name.span.source)] / name.text).lexically_normal();
  }

  const OpenText& open_;
  fs::path folder_;
  InputRecord& record_;
  Problems& problems_;
  ComposedScenario result_;
  std::vector<Part> parts_;
  std::vector<fs::path> being_read_;  // the file that is read and those above it
};

}  // namespace

LastWord last_word(const FileWay& first, const FileWay& second) {
  std::size_t k = 0;
  const std::size_t shared = std::min(first.size(), second.size());
  while (k < shared && first[k].overlay == second[k].overlay && first[k].number == second[k].number) ++k;
  if (k == first.size() && k == second.size()) return LastWord::nobody;
  if (k == first.size()) return LastWord::first;  // the second file is named by the first
  if (k == second.size()) return LastWord::second;
  if (first[k].overlay == second[k].overlay) return LastWord::nobody;
  return first[k].overlay ? LastWord::first : LastWord::second;
}

std::optional<ComposedScenario> compose_scenario(const fs::path& file, const OpenText& open, const fs::path& folder,
                                                 InputRecord& record, Problems& problems) {
  return Composer{open, folder, record, problems}.compose(file);
}

std::optional<TextFile> open_named(const fs::path& file, const std::string& what, const Place& named_at,
                                   const OpenText& open, Problems& problems) {
  Problems unreadable;
  std::optional<TextFile> text = open(file, unreadable);
  if (text) return text;
  const Problem& reason = unreadable.list().front();
  if (reason.place.line > 0) {  // it is there, and a line of it is wrong
    problems.append(unreadable);
    return std::nullopt;
  }
  problems.add(named_at, what + " cannot be read", reason.message + (reason.hint.empty() ? "" : ", " + reason.hint));
  return std::nullopt;
}

}  // namespace drivkraft
