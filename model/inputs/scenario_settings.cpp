#include "inputs/scenario_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace drivkraft {

namespace {

const std::vector<std::string> settable{"scenario", "closures", "parameters", "lever"};

void set_key(TomlValue& table, const std::string& key, const TomlValue& value) {
  if (TomlEntry* entry = table.find(key)) {
    entry->key_span = value.span;
    entry->value = value;
  } else {
    table.entries.push_back({key, value.span, value});
  }
}

/// The table of a section, made when the file has none. A value of another kind is left to the reader to refuse.
TomlValue* section_of(TomlDocument& document, const std::string& name, const TomlSpan& span) {
  if (!document.root().find(name)) {
    TomlValue table;
    table.span = span;
    document.root().entries.push_back({name, span, table});
  }
  TomlValue& section = document.root().find(name)->value;
  return section.kind == TomlKind::table ? &section : nullptr;
}

void set_lever(TomlDocument& document, const std::string& rest, const TomlValue& value, Problems& problems) {
  const std::size_t dot = rest.find('.');
  if (dot == std::string::npos) {
    problems.add(document.place(value.span), "a lever is set by lever.ID.KEY", "e.g. lever.business-advice.dose=100");
    return;
  }
  const std::string id = rest.substr(0, dot);
  TomlEntry* levers = document.root().find("lever");
  std::vector<std::string> ids;
  bool found = false;
  if (levers && levers->value.kind == TomlKind::list) {
    for (TomlValue& table : levers->value.items) {
      const TomlEntry* named = table.kind == TomlKind::table ? table.find("id") : nullptr;
      if (!named || named->value.kind != TomlKind::text) continue;
      if (std::find(ids.begin(), ids.end(), named->value.text) == ids.end()) ids.push_back(named->value.text);
      if (named->value.text != id) continue;
      found = true;
      set_key(table, rest.substr(dot + 1), value);
    }
  }
  if (found) return;
  problems.add(document.place(value.span), fmt::format("{} has no lever \"{}\"", document.shown(), id),
               did_you_mean(id, ids));
}

}  // namespace

void apply_settings(TomlDocument& document, std::span<const Setting> settings, Problems& problems) {
  for (const Setting& setting : settings) {
    const std::optional<TomlValue> value = document.parse_setting(setting, problems);
    if (!value) continue;
    const std::size_t dot = setting.path.find('.');
    const std::string section = setting.path.substr(0, dot);
    const std::string rest = dot == std::string::npos ? std::string{} : setting.path.substr(dot + 1);
    TomlSpan path = value->span;
    path.column = 1;
    path.length = static_cast<int>(setting.path.size());
    if (std::find(settable.begin(), settable.end(), section) == settable.end()) {
      problems.add(document.place(path), fmt::format("\"{}\" cannot be set", setting.path),
                   did_you_mean(section, settable));
    } else if (rest.empty()) {
      problems.add(document.place(path), fmt::format("\"{}\" names no key", setting.path));
    } else if (setting.path == "scenario.extends" || setting.path == "scenario.overlays") {
      problems.add(document.place(path), fmt::format("\"{}\" names files and stands in the file itself", setting.path));
    } else if (section == "lever") {
      set_lever(document, rest, *value, problems);
    } else if (TomlValue* table = section_of(document, section, value->span)) {
      set_key(*table, rest, *value);
    }
  }
}

bool concerns_baseline(const Setting& setting) {
  return setting.path == "scenario.years";
}

}  // namespace drivkraft
