#include "results/hdf5_file.h"

#include <limits>
#include <set>

#include "results/atomic_write.h"
#include "results/catalogue.h"
#include "results/group_writer.h"
#include "results/hdf5_layer.h"
#include "results/worth_groups.h"

namespace drivkraft {
namespace {

using hdf5::GroupWriter;
using hdf5::hid_t;
using hdf5::write_attribute;

void write_closures(hid_t group, const Closures& closures) {
  const auto name = [](const std::vector<std::string>& names, auto choice) {
    return names.at(static_cast<std::size_t>(choice));
  };
  write_attribute(group, "closure_wages", name(wage_closure_names, closures.wages));
  write_attribute(group, "closure_capital", name(capital_closure_names, closures.capital));
  write_attribute(group, "closure_migration", name(migration_closure_names, closures.migration));
  write_attribute(group, "closure_financing", name(financing_names, closures.financing));
  write_attribute(group, "hold", held_blocks(closures.hold));
}

void write_run_attributes(hid_t group, const Recorder& recorder, const RunDescription& run) {
  write_attribute(group, "format", result_format);
  write_attribute(group, "format_version", std::int64_t{result_format_version});
  write_attribute(group, "program", "drivkraft");
  write_attribute(group, "program_version", run.program_version);
  write_attribute(group, "scenario_name", run.scenario.name);
  write_attribute(group, "scenario_about", run.scenario.about);
  write_attribute(group, "scenario_stem", run.scenario.stem);
  write_attribute(group, "scenario_text", run.scenario.text);
  write_attribute(group, "scenario_expanded", run.expanded);
  write_attribute(group, "baseline", run.scenario.baseline);
  write_attribute(group, "baseline_text", run.baseline_text);
  write_attribute(group, "baseline_expanded", run.baseline_expanded);
  write_closures(group, run.scenario.closures);
  write_attribute(group, "first_year", std::int64_t{recorder.first_year()});
  write_attribute(group, "last_year", std::int64_t{recorder.last_year()});
  if (!run.unexplained.empty()) write_attribute(group, "unexplained", run.unexplained);
  write_attribute(group, "input_cells", std::int64_t{run.input_cells});
  write_attribute(group, "assumed_cells", std::int64_t{run.assumed_cells});
  if (run.input_cells > 0) {
    write_attribute(group, "assumed_share",
                    static_cast<double>(run.assumed_cells) / static_cast<double>(run.input_cells));
  }
}

void write_parameters(GroupWriter& group, const Parameters& parameters, const RunDescription& run) {
  std::vector<std::string> keys;
  std::vector<double> values;
  for (std::size_t p = 0; p < parameter_count; ++p) {
    keys.emplace_back(parameter_keys[p]);
    values.push_back(parameters[static_cast<Parameter>(p)]);
  }
  for (const ParameterUsed& used : run.lever_parameters) {
    keys.push_back(used.key);
    values.push_back(used.value);
  }
  group.declare("parameter", keys);
  group.write({"parameter_value", {"parameter"}, "", "Value that the run used", "Værdi, som kørslen brugte", ""},
              values);
}

void write_input_files(GroupWriter& group, const RunDescription& run) {
  if (run.input_files.empty()) return;
  std::vector<std::string> paths;
  std::vector<std::string> digests;
  for (const InputFile& file : run.input_files) {
    paths.push_back(file.path);
    digests.push_back(file.sha256);
  }
  group.declare("input_file", paths);
  group.write("input_sha256", "input_file", "SHA-256 of the file", "Filens SHA-256", digests);
}

void write_levers(GroupWriter& group, const Dimensions& dimensions, const RunDescription& run) {
  if (run.levers.empty()) return;
  std::vector<std::string> ids, names, names_da, units, channels;
  std::vector<double> doses, costs;
  for (const LeverUse& lever : run.levers) {
    ids.push_back(lever.id);
    names.push_back(lever.name_en);
    names_da.push_back(lever.name_da);
    units.push_back(dose_unit_names.at(static_cast<std::size_t>(lever.unit)));
    channels.push_back(lever.channels);
    doses.push_back(lever.total_dose);
    costs.insert(costs.end(), lever.public_cost.begin(), lever.public_cost.end());
  }
  group.declare("lever", ids);
  group.declare("region", dimensions);
  group.write("lever_name", "lever", "Lever", "Indsats", names);
  group.write("lever_name_da", "lever", "Lever, in Danish", "Indsats, på dansk", names_da);
  group.write("lever_unit", "lever", "Unit of the dose", "Dosens enhed", units);
  group.write("lever_channels", "lever", "Channels it acts through", "Kanaler, den virker gennem", channels);
  group.write({"lever_total_dose", {"lever"}, "see lever_unit", "Dose, all regions and years", "Dosis i alt", ""},
              doses);
  group.write({"lever_public_cost",
               {"lever", "region"},
               "mio_dkk_base_year_prices",
               "Public cost, all years",
               "Offentlig udgift, alle år",
               ""},
              costs);
}

void write_run(hid_t file, const Recorder& recorder, const BaseYear& base, const Parameters& parameters,
               const RunDescription& run) {
  GroupWriter group(file, "run", "How this result came about", "Hvordan dette resultat er blevet til");
  write_run_attributes(group.id(), recorder, run);
  write_parameters(group, parameters, run);
  write_input_files(group, run);
  write_levers(group, base.dimensions, run);
}

/// All dimensions that the series of the state use, in the order of their first use.
void declare_series_dimensions(GroupWriter& group, const std::vector<FieldInfo>& fields, const Recorder& recorder,
                               const Dimensions& dimensions) {
  group.declare_years(recorder.first_year(), recorder.year_count());
  std::set<std::string> declared{"year"};
  for (const FieldInfo& field : fields) {
    for (const std::string& dimension : describe(field).dimensions) {
      if (declared.insert(dimension).second) group.declare(dimension, dimensions);
    }
  }
}

std::vector<std::string> lever_ids(const std::vector<LeverUse>& levers) {
  std::vector<std::string> ids;
  ids.reserve(levers.size());
  for (const LeverUse& lever : levers) ids.push_back(lever.id);
  return ids;
}

/// What each lever was given and cost, by year and region.
void write_lever_series(GroupWriter& group, const Recorder& recorder, const Dimensions& dimensions,
                        const std::vector<LeverUse>& levers) {
  if (levers.empty()) return;
  group.declare("lever", lever_ids(levers));
  const std::size_t regions = dimensions.regions.size();
  const auto write = [&](const std::string& name, const std::string& unit, const std::string& label,
                         const std::string& label_da, std::vector<double> LeverUse::*path) {
    std::vector<double> cells;
    for (std::size_t first = 0; first < static_cast<std::size_t>(recorder.year_count()) * regions; first += regions) {
      for (const LeverUse& lever : levers) {
        for (std::size_t r = 0; r < regions; ++r) cells.push_back((lever.*path).at(first + r));
      }
    }
    group.write({name, {"year", "lever", "region"}, unit, label, label_da, "PO-1"}, cells);
  };
  write("lever_dose", "see lever_unit", "Dose of the lever", "Indsatsens dosis", &LeverUse::doses);
  write("lever_cost", "mio_dkk_base_year_prices", "Public cost of the lever, with the wage subsidies it pays",
        "Indsatsens offentlige udgift, med de løntilskud, den udbetaler", &LeverUse::public_costs);
  write("lever_private_cost", "mio_dkk_base_year_prices", "Private cost of the lever, dose times cost a unit",
        "Indsatsens private udgift, dosis gange udgift pr. enhed", &LeverUse::private_costs);
}

/// The levers of the scenario: what their doses count.
void write_lever_units(hid_t file, const std::vector<LeverUse>& levers) {
  if (levers.empty()) return;
  GroupWriter group(file, "levers", "Levers of the scenario", "Scenariets indsatser");
  group.declare("lever", lever_ids(levers));
  std::vector<std::string> units;
  units.reserve(levers.size());
  for (const LeverUse& lever : levers) units.push_back(dose_unit_names.at(static_cast<std::size_t>(lever.unit)));
  group.write("lever_unit", "lever", "Unit of the dose", "Dosens enhed", units);
}

void write_path(hid_t file, PathKind path, const std::vector<FieldInfo>& fields, const Recorder& recorder,
                const Dimensions& dimensions, const std::vector<LeverUse>& levers) {
  const bool baseline = path == PathKind::baseline;
  GroupWriter group(file, baseline ? "baseline" : "scenario", baseline ? "Baseline" : "Scenario",
                    baseline ? "Grundforløb" : "Scenarie");
  declare_series_dimensions(group, fields, recorder, dimensions);
  for (const FieldInfo& field : fields) group.write(describe(field), recorder.series(path, field.field));
  if (!baseline) write_lever_series(group, recorder, dimensions, levers);
}

void write_difference(hid_t file, const std::vector<FieldInfo>& fields, const Recorder& recorder,
                      const Dimensions& dimensions) {
  GroupWriter group(file, "difference", "Scenario minus baseline", "Scenarie minus grundforløb");
  declare_series_dimensions(group, fields, recorder, dimensions);
  std::vector<double> difference;
  for (const FieldInfo& field : fields) {
    if (!field.has_difference) continue;
    const auto scenario = recorder.series(PathKind::scenario, field.field);
    const auto baseline = recorder.series(PathKind::baseline, field.field);
    difference.resize(scenario.size());
    for (std::size_t k = 0; k < difference.size(); ++k) difference[k] = scenario[k] - baseline[k];
    group.write(describe(field), difference);
  }
}

/// The names behind the ids, once in a file.
void write_names(GroupWriter& group, const std::string& dimension, const std::vector<Label>& labels) {
  std::vector<std::string> names, names_da;
  for (const Label& label : labels) {
    names.push_back(label.name_en);
    names_da.push_back(label.name_da);
  }
  const VariableInfo info = describe_dimension(dimension);
  group.write(dimension + "_name", dimension, info.label + ", name", info.label_da + ", engelsk navn", names);
  group.write(dimension + "_name_da", dimension, info.label + ", Danish name", info.label_da + ", navn", names_da);
}

void write_assumptions(hid_t file, const BaseYear& base, const Parameters& parameters) {
  GroupWriter group(file, "assumptions", "Base-year accounts and parameters", "Basisårets regnskab og parametre");
  std::set<std::string> declared;
  for (const AssumptionVariable& variable : assumption_variables()) {
    for (const std::string& dimension : variable.info.dimensions) {
      if (declared.insert(dimension).second) group.declare(dimension, base.dimensions);
    }
  }
  for (const AssumptionVariable& variable : assumption_variables()) {
    group.write(variable.info, variable.values(base, parameters));
  }
  write_names(group, "region", base.dimensions.regions);
  write_names(group, "industry", base.dimensions.industries);
  write_names(group, "education", base.dimensions.educations);
}

void write_adjustments(GroupWriter& group, const std::vector<Adjustment>& adjustments) {
  std::vector<std::string> tables, units;
  std::vector<double> largest, largest_relative, total;
  for (const Adjustment& adjustment : adjustments) {
    tables.push_back(adjustment.table);
    units.push_back(adjustment.unit);
    largest.push_back(adjustment.largest);
    largest_relative.push_back(adjustment.largest_relative);
    total.push_back(adjustment.total);
  }
  group.declare("table", tables);
  group.write("unit", "table", "Unit of the table", "Tabellens enhed", units);
  group.write({"largest_change", {"table"}, "see unit", "Largest change of a cell", "Største ændring af en celle", ""},
              largest);
  group.write({"largest_relative_change",
               {"table"},
               "1",
               "Largest change relative to the cell",
               "Største ændring i forhold til cellen",
               ""},
              largest_relative);
  group.write({"total_change", {"table"}, "see unit", "Sum of absolute changes", "Sum af absolutte ændringer", ""},
              total);
}

void write_flq_differences(GroupWriter& group, const BaseYear& base) {
  group.declare("region", base.dimensions);
  group.declare("product", base.dimensions);
  const auto products = static_cast<std::size_t>(base.dimensions.industry_count());
  const std::size_t cells = base.dimensions.regions.size() * products;
  std::vector<double> gravity(cells, std::numeric_limits<double>::quiet_NaN());
  std::vector<double> flq = gravity;
  for (const FlqDifference& difference : base.flq_differences) {
    const std::size_t cell = static_cast<std::size_t>(difference.region.index) * products +
                             static_cast<std::size_t>(difference.product.index);
    gravity.at(cell) = difference.gravity_share;
    flq.at(cell) = difference.flq_share;
  }
  group.write_with_gaps({"gravity_own_share",
                         {"region", "product"},
                         "1",
                         "Own share in the model, where FLQ differs much",
                         "Egenandel i modellen, hvor FLQ afviger meget",
                         "BY-5"},
                        gravity);
  group.write_with_gaps({"flq_own_share",
                         {"region", "product"},
                         "1",
                         "Own share by location quotient (FLQ), where it differs much",
                         "Egenandel efter lokaliseringskvotient (FLQ), hvor den afviger meget",
                         "BY-9"},
                        flq);
}

void write_reconciliation(hid_t file, const BaseYear& base) {
  GroupWriter group(file, "reconciliation", "What balancing the base-year accounts changed",
                    "Hvad afstemningen af basisårets regnskab ændrede");
  write_attribute(group.id(), "tables_adjusted", static_cast<std::int64_t>(base.adjustments.size()));
  write_attribute(group.id(), "flq_differences", static_cast<std::int64_t>(base.flq_differences.size()));
  if (!base.adjustments.empty()) write_adjustments(group, base.adjustments);
  write_flq_differences(group, base);
}

void write_root(hid_t file, const RunDescription& run) {
  write_attribute(file, "Conventions", "CF-1.8");
  write_attribute(file, "title", run.scenario.name);
  write_attribute(file, "source", "Drivkraft " + run.program_version);
}

}  // namespace

std::vector<unsigned char> result_image(const Recorder& recorder, const BaseYear& base, const Parameters& parameters,
                                        const RunDescription& run) {
  recorder.require_complete();
  const hdf5::QuietErrors quiet;
  try {
    const hdf5::Handle file = hdf5::create_memory_file();
    write_root(file.id(), run);
    write_run(file.id(), recorder, base, parameters, run);
    const std::vector<FieldInfo> fields = exported_fields(run.without);
    write_path(file.id(), PathKind::baseline, fields, recorder, base.dimensions, run.levers);
    write_path(file.id(), PathKind::scenario, fields, recorder, base.dimensions, run.levers);
    write_lever_units(file.id(), run.levers);
    write_difference(file.id(), fields, recorder, base.dimensions);
    if (run.evaluation) write_evaluation(file.id(), *run.evaluation, base.dimensions);
    if (run.gross_to_net) write_waterfall(file.id(), *run.gross_to_net, recorder.first_year(), recorder.year_count());
    write_assumptions(file.id(), base, parameters);
    write_reconciliation(file.id(), base);
    return hdf5::image_of(file.id());
  } catch (const hdf5::Hdf5Error& error) {
    throw WriteError(std::string("the result could not be laid out: ") + error.what());
  }
}

void write_result(const std::filesystem::path& path, const Recorder& recorder, const BaseYear& base,
                  const Parameters& parameters, const RunDescription& run) {
  write_atomically(path, result_image(recorder, base, parameters, run));
}

}  // namespace drivkraft
