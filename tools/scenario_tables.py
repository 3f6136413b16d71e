"""The kinds of tables on the pages of scenarios. Each takes the runs, the page's scenario and the words of its marker,
and gives a heading and rows; cells are text as printed. Effects are rounded: three digits are more than the evidence has."""
from scenario_runs import drivers, names

EARLY, MIDDLE, LATE = 2024, 2030, 2040
UNITS = {"firms": "firms", "persons": "persons", "mio_dkk": "mio. DKK", "percent": "percent", "minutes": "minutes"}


def number(value, digits=0, sign=True):
    """digits below 0 round to tens."""
    rounded = round(value, digits) + 0.0  # no sign at zero
    return f"{rounded:{'+' if sign and rounded else ''},.{max(digits, 0)}f}".replace("-", "−")


def percent(value, digits=3):
    return number(100.0 * value, digits)


def money(value):
    return number(value, 0, False)


def persons(value):
    return number(value, -1)


def markdown(heading, rows):
    lines = ["| " + " | ".join(heading) + " |", "|---|" + "---:|" * (len(heading) - 1)]
    return lines + ["| " + " | ".join(row) + " |" for row in rows]


def headline(result, place, year):
    return [percent(result.productivity(place, year)), persons(result.change("employment", place, year)),
            number(result.change("real_gdp", place, year), -1)]


def asked(runs, name, stem):
    """What a scenario asks for."""
    run = runs.result(stem or name)
    rows = [[run.lever_names[k], f"{number(run.doses[k], 0, False)} {UNITS[run.units[k]]}", money(run.cost(run.regions, [lever]))]
            for k, lever in enumerate(run.levers)]
    rows.append(["together", "", money(run.cost(run.regions))])
    return ["lever", "dose in all years", "public cost, mio. DKK"], rows


def regions(runs, name, stem):
    """What comes out where."""
    run = runs.result(stem or name)
    rows = []
    for label, place in run.places.items():
        row = [label, *(percent(run.productivity(place, year)) for year in (EARLY, MIDDLE, LATE))]
        row += [persons(run.change("employment", place, year)) for year in (EARLY, MIDDLE, LATE)]
        rows.append(row + [percent(run.relative("employment", place, MIDDLE)), percent(run.unemployment(place, MIDDLE)),
                           *(number(run.change("real_gdp", place, year), -1) for year in (EARLY, MIDDLE, LATE))])
    years = [str(EARLY), str(MIDDLE), str(LATE)]
    return ["", f"productivity %, {years[0]}", *years[1:], f"employment, persons, {years[0]}", *years[1:], f"%, {MIDDLE}",
            f"unemployment, points, {MIDDLE}", f"real GDP, mio. DKK, {years[0]}", *years[1:]], rows


def educations(variable):
    def table(runs, name, stem):
        run = runs.result(stem or name)
        rows = [[label, *(persons(v) for v in (*run.by_education(variable, place, MIDDLE), run.change(variable, place, MIDDLE)))]
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
        rows.append([label, money(spent), money(paid), persons(job_years), number(gained, -1)])
    return ["", "spent, mio. DKK", "paid by households, mio. DKK", f"job-years to {MIDDLE}", f"real GDP to {MIDDLE}, mio. DKK"], rows


def by_driver(runs, name, stem):
    """Each driver alone: the doses of all other levers are 0."""
    stem = stem or name
    whole, of = runs.result(stem), drivers()
    rows = []
    for driver in sorted({of[lever] for lever in whole.levers}):
        own = [lever for lever in whole.levers if of[lever] == driver]
        alone = runs.result(stem, [f"lever.{lever}.dose=0" for lever in whole.levers if lever not in own])
        rows.append([driver.replace("-", " "), str(len(own)), money(whole.cost(whole.regions, own)),
                     *headline(alone, whole.regions, EARLY), *headline(alone, whole.regions, MIDDLE)])
    rows.append(["all together", str(len(whole.levers)), money(whole.cost(whole.regions)),
                 *headline(whole, whole.regions, EARLY), *headline(whole, whole.regions, MIDDLE)])
    return ["", "levers", "public cost, mio. DKK", f"productivity %, {EARLY}", "employment", "real GDP", f"productivity %, {MIDDLE}",
            "employment", "real GDP"], rows


def beliefs(runs, name, words):
    """One row a line of the marker, `words | path=value ...`: the nation under another belief or closure."""
    lines = [line.split("|") for line in words.splitlines() if line.strip()]
    everywhere = runs.result(name).regions
    rows = [["as in the scenario", *headline(runs.result(name), everywhere, EARLY), *headline(runs.result(name), everywhere, MIDDLE)]]
    for label, settings in lines:
        run = runs.result(name, settings.split())
        rows.append([label.strip(), *headline(run, everywhere, EARLY), *headline(run, everywhere, MIDDLE)])
    return ["", f"productivity %, {EARLY}", "employment", "real GDP", f"productivity %, {MIDDLE}", "employment", "real GDP"], rows


KINDS = {"asked": asked, "regions": regions, "labour_force": educations("labour_force"),
         "employed": educations("employment_by_education"), "cost": cost, "drivers": by_driver, "beliefs": beliefs}
