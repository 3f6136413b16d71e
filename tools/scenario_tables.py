"""The kinds of tables on the pages of scenarios. Each takes the runs, the page's scenario and the words of its marker,
and gives a heading and rows; cells are text as printed. Effects are rounded: three digits are more than the evidence has."""
from scenario_runs import drivers, history, names

DURING, EARLY, MIDDLE, LATE = 2022, 2024, 2030, 2040
UNITS = {"firms": "firms", "persons": "persons", "mio_dkk": "mio. DKK", "percent": "percent", "minutes": "minutes"}


def number(value, digits=0, sign=True):
    """digits below 0 round to tens."""
    rounded = round(value, digits) + 0.0  # no sign at zero
    return f"{rounded:{'+' if sign and rounded else ''},.{max(digits, 0)}f}".replace("-", "−")


def percent(value, digits=3):
    return number(100.0 * value, digits)


def money(value):
    return number(value, 0, False)


def markdown(heading, rows):
    lines = ["| " + " | ".join(heading) + " |", "|---|" + "---:|" * (len(heading) - 1)]
    return lines + ["| " + " | ".join(row) + " |" for row in rows]


def digits(result):
    """Persons and mio. DKK to tens, or to ones where a scenario moves no hundred persons anywhere."""
    largest = max(abs(result.change("employment", place, year)) for place in result.places.values() for year in result.years)
    return -1 if largest >= 100.0 else 0


def headline(result, place, year, step):
    return [percent(result.productivity(place, year)), number(result.change("employment", place, year), step),
            number(result.change("real_gdp", place, year), step)]


def asked(runs, name, stem):
    """What a scenario asks for."""
    run = runs.result(stem or name)
    whole = run.cost(run.regions)
    step = 0 if whole >= 100.0 else 1
    rows = []
    for lever, label, dose, unit in zip(run.levers, run.lever_names, run.doses, run.units):
        count = number(dose, 0 if dose >= 10.0 else 2, False)
        rows.append([label, f"{count} {UNITS[unit]}", number(run.cost(run.regions, [lever]), step, False)])
    rows.append(["together", "", number(whole, step, False)])
    return ["lever", "dose in all years", "public cost, mio. DKK"], rows


def regions(runs, name, stem):
    """What comes out where."""
    run = runs.result(stem or name)
    rows, step = [], digits(run)
    for label, place in run.places.items():
        row = [label, *(percent(run.productivity(place, year)) for year in (EARLY, MIDDLE, LATE))]
        row += [number(run.change("employment", place, year), step) for year in (EARLY, MIDDLE, LATE)]
        rows.append(row + [percent(run.relative("employment", place, MIDDLE)), percent(run.unemployment(place, MIDDLE)),
                           *(number(run.change("real_gdp", place, year), step) for year in (EARLY, MIDDLE, LATE))])
    years = [str(EARLY), str(MIDDLE), str(LATE)]
    return ["", f"productivity %, {years[0]}", *years[1:], f"employment, persons, {years[0]}", *years[1:], f"%, {MIDDLE}",
            f"unemployment, points, {MIDDLE}", f"real GDP, mio. DKK, {years[0]}", *years[1:]], rows


def added(runs, name, stem):
    """What the scenario adds to the one that the marker names."""
    run, without = runs.result(name), runs.result(stem)
    step = digits(run)
    rows = []
    for label, place in run.places.items():
        row = [label, money(without.cost(place)), money(run.cost(place) - without.cost(place))]
        for year in (EARLY, MIDDLE):
            row.append(percent(without.relative("real_gdp", place, year)))
            row.append(percent(run.relative("real_gdp", place, year) - without.relative("real_gdp", place, year)))
        for year in (EARLY, MIDDLE):
            row.append(number(without.change("employment", place, year), step))
            row.append(number(run.change("employment", place, year) - without.change("employment", place, year), step))
        rows.append(row)
    return ["", "public cost, mio. DKK", "added", *(cell for year in (EARLY, MIDDLE) for cell in (f"real GDP %, {year}", "added")),
            *(cell for year in (EARLY, MIDDLE) for cell in (f"employment, persons, {year}", "added"))], rows


def educations(variable):
    def table(runs, name, stem):
        run = runs.result(stem or name)
        step = digits(run)
        rows = [[label, *(number(v, step) for v in (*run.by_education(variable, place, MIDDLE), run.change(variable, place, MIDDLE)))]
                for label, place in run.places.items()]
        return [f"persons, {MIDDLE}", *(education.replace("_", " ") for education in names("educations.csv")), "all"], rows

    return table


def cost(runs, name, stem):
    """What it costs, who pays, and what it gives for it."""
    run = runs.result(stem or name)
    rows = []
    for label, place in run.places.items():
        spent = run.cost(place)
        paid = sum(run.change("financing", place, year) for year in run.years)
        job_years = sum(run.change("employment", place, year) for year in run.years if year <= MIDDLE)
        gained = sum(run.change("real_gdp", place, year) for year in run.years if year <= MIDDLE)
        rows.append([label, money(spent), money(paid), number(job_years, -1), number(gained, -1)])
    return ["", "spent, mio. DKK", "paid by households, mio. DKK", f"job-years to {MIDDLE}", f"real GDP to {MIDDLE}, mio. DKK"], rows


def by_driver(runs, name, stem):
    """Each driver alone: the doses of all other levers are 0."""
    stem = stem or name
    whole, of = runs.result(stem), drivers()
    rows, step = [], digits(whole)
    for driver in sorted({of[lever] for lever in whole.levers}):
        own = [lever for lever in whole.levers if of[lever] == driver]
        alone = runs.result(stem, [f"lever.{lever}.dose=0" for lever in whole.levers if lever not in own])
        rows.append([driver.replace("-", " "), str(len(own)), money(whole.cost(whole.regions, own)),
                     *headline(alone, whole.regions, EARLY, step), *headline(alone, whole.regions, MIDDLE, step)])
    rows.append(["all together", str(len(whole.levers)), money(whole.cost(whole.regions)),
                 *headline(whole, whole.regions, EARLY, step), *headline(whole, whole.regions, MIDDLE, step)])
    return ["", "levers", "public cost, mio. DKK", f"productivity %, {EARLY}", "employment", "real GDP", f"productivity %, {MIDDLE}",
            "employment", "real GDP"], rows


def levers(runs, name, words):
    """Each lever alone, in the place that the marker names: a region's Danish name, or Denmark."""
    whole = runs.result(name)
    place, step = whole.places[words], digits(whole)

    def effects(result):
        return [number(result.change(series, place, year), step) for year in (DURING, EARLY, MIDDLE) for series in ("employment", "real_gdp")]

    rows = []
    for lever, label in zip(whole.levers, whole.lever_names):
        others = [f"lever.{other}.dose={{{EARLY}=0}}" for other in whole.levers if other != lever]
        rows.append([label, *effects(runs.result(name, others))])
    rows.append(["all together", *effects(whole)])
    return [words, *(f"{what}, {year}" for year in (DURING, EARLY, MIDDLE) for what in ("employment", "real GDP"))], rows



def against_trend(series, base, years):
    """How far a series lies from its own growth of the five years before `base`, relative."""
    growth = (series[base] / series[base - 5]) ** 0.2
    return [series[year] / (series[base] * growth ** (year - base)) - 1.0 for year in years]


def observed(runs, name, stem):
    """A replay against what happened: distance from trend and from the baseline, per cent, in the regions of NUTS 2."""
    run, years = runs.result(stem or name), (2020, 2021)
    places = {}
    for region, row in names("regions.csv").items():
        places.setdefault(row["nuts2"], []).append(region)
    labels = {tuple(place): label for label, place in run.places.items()}
    heading, rows = [""], [[" and ".join(labels[(region,)] for region in place)] for place in places.values()] + [["Denmark"]]
    for title, variable, series in (("real GDP", "real_gdp", "gdp_constant_2015_prices"), ("employment", "employment", "employment")):
        heading += [f"{title} %, {years[0]} observed", "model", f"{years[1]} observed", "model"]
        of_area = history(series)
        whole = {year: sum(of_area[area][year] for area in places) for year in of_area["DK01"]}
        for row, area, place in zip(rows, [*places, None], [*places.values(), run.regions]):
            seen = against_trend(of_area[area] if area else whole, 2019, years)
            for year, value in zip(years, seen):
                row += [percent(value, 1), percent(run.relative(variable, place, year), 1)]
    return heading, rows

def beliefs(runs, name, words):
    """One row a line of the marker, `words | path=value ...`: another belief or closure. A line without | names the place."""
    lines = [line.split("|") for line in words.splitlines() if line.strip()]
    label = next((line[0].strip() for line in lines if len(line) == 1), "")
    place, step = runs.result(name).places[label or "Denmark"], digits(runs.result(name))
    rows = []
    for case, settings in [("as in the scenario", "")] + [line for line in lines if len(line) == 2]:
        run = runs.result(name, settings.split())
        rows.append([case.strip(), *headline(run, place, EARLY, step), *headline(run, place, MIDDLE, step)])
    return [label, f"productivity %, {EARLY}", "employment", "real GDP", f"productivity %, {MIDDLE}", "employment", "real GDP"], rows


KINDS = {"asked": asked, "regions": regions, "added": added, "observed": observed, "labour_force": educations("labour_force"),
         "employed": educations("employment_by_education"), "cost": cost, "drivers": by_driver, "levers": levers, "beliefs": beliefs}
