"""The tables of model/docs/baseline.md. Each function gives a heading and rows; cells are text as printed.
A year of people in a heading is that of 1 January, of educations that of 30 September before."""
from baseline_data import BROAD_AGES, EURO, GROUPS, NUTS2, growth

LEVELS = {"basic": "basic", "upper_secondary": "upper sec.", "vocational": "vocational", "short_cycle": "short",
          "medium_cycle": "medium", "long_cycle": "long"}
AREAS = {"DK05": "Nordjylland", "DK04": "Midtjylland", "DK03": "Sydjylland and Fyn", "DK02": "Sjælland",
         "DK01": "Hovedstaden and Bornholm", "DK": "Denmark"}
HISTORY_YEARS = (2008, 2011, 2015, 2019, 2022)  # counts of educations


def number(value, digits=0, sign=False):
    if value is None:
        return ""
    rounded = round(value, digits) + 0.0  # no sign at zero
    return f"{rounded:{'+' if sign and rounded else ''},.{digits}f}".replace("-", "−")


def thousand(value, digits=1):
    return number(None if value is None else value / 1000.0, digits)


def percent(value, digits=2, sign=False):
    return number(None if value is None else 100.0 * value, digits, sign)


def markdown(heading, rows):
    lines = ["| " + " | ".join(heading) + " |", "|---|" + "---:|" * (len(heading) - 1)]
    return lines + ["| " + " | ".join(row) + " |" for row in rows]


def bounds(model, history):
    rows = []
    for name, place in model.places.items():
        row = [name]
        for year in (2020, 2021, 2022):
            seen = history.check("population_1jan", place, year)
            row += [number(seen), percent(model.population(place, year) / seen - 1.0, 2, True)]
        rows.append(row)
    return ["", "counted 1 January 2020", "error %", "2021", "error %", "2022", "error %"], rows


def united_nations(model, history):
    rows = []
    everywhere = model.places["Denmark"]
    for year in range(2022, 2029):
        projected = history.check("population_1july_un_projection", ["denmark"], year)
        middle = (model.population(everywhere, year) + model.population(everywhere, year + 1)) / 2.0
        rows.append([str(year), number(projected), number(middle), percent(middle / projected - 1.0, 2, True)])
    return ["", "United Nations, 1 July", "baseline, mean of two 1 January", "difference %"], rows


def ages(model, history):
    rows = []
    for name, place in model.places.items():
        for broad in BROAD_AGES:
            seen = [history.aged(place, broad, year) for year in (2014, 2019, 2022)]
            if broad == "65+" and seen[2] is None:
                seen[2] = history.check("population_65plus", place, 2022)
            told = [model.aged(place, broad, year) for year in (2022, 2031, 2041)]
            rows.append([name if broad == "0-14" else "", broad, *(thousand(v) for v in seen + told)])
        total = [history.people("population_1jan", place, year) for year in (2014, 2019, 2022)]
        rows.append(["", "all", *(thousand(v) for v in total + [model.population(place, y) for y in (2022, 2031, 2041)])])
    return ["", "age", "counted 2014", "2019", "2022", "baseline 2022", "2031", "2041"], rows


def events(model, history):
    rows = []
    for name, place in model.places.items():
        row = [name]
        for kind in ("births", "deaths"):
            row += [percent(model.total(kind, place, y) / history.people(kind, place, y) - 1.0, 1, True) for y in (2019, 2020, 2021, 2022)]
        rows.append(row)
    return ["", *(f"{kind} {y}" for kind in ("births", "deaths") for y in (2019, 2020, 2021, 2022))], rows


def shares(model, history):
    rows = []
    for name, place in model.places.items():
        for education in ("short_cycle", "medium_cycle", "long_cycle"):
            seen = [history.share(place, education, year) for year in HISTORY_YEARS]
            told = [model.share(place, education, year) for year in (2023, 2031, 2041)]
            rows.append([name if education == "short_cycle" else "", LEVELS[education], *(percent(v, 1) for v in seen + told[:1]),
                         percent(told[0] - seen[-1], 2, True), *(percent(v, 1) for v in told[1:])])
    return ["", "level", *(f"counted {y}" if y == 2008 else str(y) for y in HISTORY_YEARS), "baseline 2022", "error, points", "2030", "2040"], rows


def naive(model, history):
    """Errors of September 2022 beside those of two forecasts that need no model: the trend of 2015-2019, no change."""
    rows = []
    for name, place in model.places.items():
        row = [name]
        for education in ("medium_cycle", "long_cycle"):
            before, base, seen = (history.share(place, education, year) for year in (2015, 2019, 2022))
            guesses = (model.share(place, education, 2023), base + 3.0 * (base - before) / 4.0, base)
            row += [percent(guess - seen, 2, True) for guess in guesses]
        rows.append(row)
    return ["error, points", *(f"{level}: {guess}" for level in ("medium", "long") for guess in ("baseline, fitted", "trend 2015-19", "no change"))], rows


def labour_force(model, history):
    rows = []
    for name, place in model.places.items():
        for year in (2018, 2030, 2040):
            force = model.of("labour_force", place, year)
            rows.append([name if year == 2018 else "", str(year), *(thousand(v) for v in force), thousand(force.sum())])
    return ["", "year", *LEVELS.values(), "all"], rows


def gdp(model, history):
    rows = []
    for name, place in model.places.items():
        told = [model.total("real_gdp", place, year) for year in (2018, 2022, 2030, 2040)]
        rows.append([name, number(told[0]), number(told[3]), number(growth(history.gdp(place, 2009), history.gdp(place, 2018), 9), 2),
                     *(number(growth(told[a], told[b], n), 2) for a, b, n in ((0, 1, 4), (1, 2, 8), (2, 3, 10), (0, 3, 22)))])
    return ["", "2018, mio. DKK", "2040", "history 2009-18, % a year", "baseline 2018-22", "2022-30", "2030-40", "2018-40"], rows


def after(model, history):
    """The five published regions, after the base year."""
    rows = []
    for area, name in AREAS.items():
        place = NUTS2.get(area, model.regions)
        row = [name]
        for seen, told in (("gdp_constant_2015_prices", "real_gdp"), ("employment", "employment")):
            for year in (2019, 2020, 2021, 2022):
                row.append(number(100.0 * history.nuts2(seen, area, year) / history.nuts2(seen, area, 2018), 1))
            row.append(number(100.0 * model.total(told, place, 2022) / model.total(told, place, 2018), 1))
        rows.append(row)
    years = ["2019", "2020", "2021", "2022", "baseline 2022"]
    return ["2018 = 100", *(f"GDP {y}" for y in years), *(f"jobs {y}" for y in years)], rows


def productivity(model, history):
    rows = []
    for name, place in model.places.items():
        told = [model.productivity(place, year) for year in (2018, 2030, 2040)]
        rows.append([name, number(told[0]), number(told[2]),
                     number(growth(history.productivity(place, 2009), history.productivity(place, 2018), 9), 2),
                     *(number(growth(told[a], told[b], n), 2) for a, b, n in ((0, 1, 12), (1, 2, 10), (0, 2, 22)))])
    return ["", "2018, 1000 DKK a job", "2040", "history 2009-18, % a year", "baseline 2018-30", "2030-40", "2018-40"], rows


def jobs(model, history):
    rows = []
    for name, place in model.places.items():
        for source, year in (("published", 2008), ("published", 2018), ("baseline", 2018), ("baseline", 2030), ("baseline", 2040)):
            seen = source == "published"
            cells = [history.account("jobs", place, year, g) if seen else model.jobs(place, g, year) / 1000.0 for g in GROUPS]
            rows.append([name if year == 2008 else "", f"{source} {year}", *(number(v, 0 if seen else 1) for v in cells),
                         number(sum(cells), 0 if seen else 1)])
    return ["1000 jobs", "", *GROUPS, "all"], rows


def pay(model, history):
    rows = []
    for area, name in AREAS.items():
        place = NUTS2.get(area, model.regions)
        seen = [history.real_pay(area, year) for year in (2009, 2018, 2022)]
        told = [model.real_pay(place, year) for year in (2018, 2022, 2040)]
        rows.append([name, number(EURO * seen[1]), number(told[0]), number(growth(seen[0], seen[1], 9), 2),
                     number(growth(seen[1], seen[2], 4), 2), number(growth(told[0], told[1], 4), 2), number(growth(told[0], told[2], 22), 2)])
    return ["", "published 2018, 1000 DKK a job", "baseline 2018, with the self-employed", "history 2009-18, % a year", "2018-22",
            "baseline 2018-22", "2018-40"], rows


def wages(model, history):
    rows = []
    for name, place in model.places.items():
        rows.append([name, *(number(growth(1.0, model.real_wage(place, e, 2040), 22), 2) for e in model.educations)])
    return ["% a year 2018-40", *LEVELS.values()], rows


def moves(model, history):
    rows = []
    for name, place in model.places.items():
        seen = [history.people("net_migration_and_adjustment", place, y) for y in range(2008, 2023)]
        rows.append([name, number(sum(seen[:10]) / 10.0, 0, True), *(number(seen[y - 2008], 0, True) for y in (2018, 2019, 2020, 2021, 2022)),
                     *(number(model.net_moves(place, y, kind), 0, True) for kind in ("both", "internal") for y in (2019, 2022, 2030, 2040))])
    return ["persons a year", "published, mean 2008-17", "2018", "2019", "2020", "2021", "2022", "baseline, all moves 2019", "2022", "2030",
            "2040", "of them inside Denmark 2019", "2022", "2030", "2040"], rows


def balance(model, history):
    data = model.data
    value = data["value_added"].sum(axis=(1, 2))
    price = (data["value_added"] * data["value_added_price"]).sum(axis=(1, 2)) / value
    trade = -100.0 * data["net_lending"][:, [s.decode() for s in data["sector"]].index("abroad")] / data["gdp"].sum(axis=1)
    idle = 100.0 * (1.0 - data["employed_residents"].sum(axis=(1, 2)) / data["labour_force"].sum(axis=(1, 2)))
    rows = []
    for name, path, digits, bound in (("price of value added, nation", price, 3, "0.985 to 1.015"),
                                      ("output prices, all regions and industries", data["output_price"], 3, "0.920 to 1.080"),
                                      ("trade balance, % of GDP", trade, 2, "within 2 points of 2018"),
                                      ("unemployment, %", idle, 2, "within 0.3 points of 2018")):
        rows.append([name, number(path[0].mean(), digits), number(path.min(), digits), number(path.max(), digits), bound])
    return ["2018-40", "2018", "lowest", "highest", "allowed by a test"], rows


ALL = (bounds, united_nations, ages, events, shares, naive, labour_force, gdp, after, productivity, jobs, pay, wages, moves, balance)


def tables(model, history):
    return {make.__name__: markdown(*make(model, history)) for make in ALL}
