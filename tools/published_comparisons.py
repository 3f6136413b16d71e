"""The figures of policy documents that the model can speak to, by theme; bounds are argued in model/docs/published-figures.md."""
import numpy as np

from published_accounts import YEARS, Figure, fact, lever, lever_alone, parameter, rank, rows


def percent(log_points):
    return 100.0 * np.expm1(log_points)


def ranked(name, facts, values, place, printed=1, from_top=False, last=None, kind=""):
    """A printed rank; with `last` print names the places up to it together."""
    told = f"{printed} - {last}" if last else printed
    return Figure(name, told, rank(values, place, from_top), printed, last or printed, 0, facts, kind)


def near(name, facts, model, part, digits=0, kind=""):
    """A printed number, with a bound of a part of it either way."""
    printed = fact(facts.split()[0])
    return Figure(name, printed, model, (1.0 - part) * printed, (1.0 + part) * printed, digits, facts, kind)


def twofold(name, printed, facts, model, digits=1, kind=""):
    """A printed multiple or growth rate of unlike things, with half and double as the bound."""
    return Figure(name, printed, model, 0.5 * printed, 2.0 * printed, digits, facts, kind)


def points(name, facts, model, either_way, digits=1, kind=""):
    """A printed percentage, with a bound of some points either way."""
    printed = fact(facts.split()[0])
    return Figure(name, printed, model, printed - either_way, printed + either_way, digits, facts, kind)


def ceiling(name, facts, model, digits=1, low=0.0):
    """A printed gap or count that an effect cannot exceed."""
    printed = fact(facts.split()[0])
    return Figure(name, printed, model, low, printed, digits, facts, "ceiling")


def tourism(model):
    foreign = next(float(row["value"]) for row in model.tourism
                   if (row["origin"], row["variable"]) == ("foreign", "spending_2017"))
    turnover = 1000.0 * fact("tourism-turnover")
    both = {origin: model.tourists_spend("denmark", origin) for origin in ("foreign", "domestic")}
    capital = sum(model.tourists_spend("hovedstaden", origin) for origin in both) / sum(both.values())
    visitors = model.use("visitors_consumption")
    abroad = visitors / (visitors + model.use("exports", "domestic") + model.use("re_exports"))
    printed_jobs = fact("tourism-employment")
    yield Figure("spending of foreign visitors, mio. DKK", foreign, visitors, 0.95 * foreign, 1.10 * foreign, 0)
    yield points("their share of exports, percent", "tourism-share-of-exports", 100.0 * abroad, 0.5, 2)
    yield Figure("spending of all tourists, mio. DKK", turnover, sum(both.values()), 0.95 * turnover, 1.10 * turnover, 0,
                 "tourism-turnover", "input")
    yield Figure("of it in Hovedstaden, percent", fact("hov-tourism-share"), 100.0 * capital, 34.0, 42.0, 1, "hov-tourism-share", "input")
    yield near("jobs behind the spending of 2017", "tourism-employment",
               model.jobs_in_spending({"foreign": foreign, "domestic": turnover - foreign}), 0.15)
    theirs = printed_jobs * foreign / turnover
    yield Figure("of them behind foreign visitors, whom the accounts hold", "",
                 model.jobs_in_spending({"foreign": visitors}), 0.85 * theirs, 1.15 * theirs, 0)


def regions_ranked(model):
    """Printed ranks, and where the model has the region. Places are counted among the five administrative regions."""
    added, base = model.assumed["base_value_added"], model.assumed
    private, building = model.private(), model.industry("construction")
    productivity = model.ratio(added[:, private], model.jobs[:, private])
    yield ranked("productivity of private firms: Nordjylland from the bottom of five", "nj-productivity-rank vvv-productivity-rank",
                 productivity, "nordjylland")
    drift = {row["region"]: float(row["value"]) for row in rows("base-year/drift.csv") if row["series"] == "nuts2_real"}
    yield ranked("its growth 2009-2018: Midtjylland from the bottom", "mj-productivity-growth-rank", drift, "DK04", kind="outside")
    yield ranked("the same: Nordjylland", "nj-productivity-growth-rank vvv-productivity-growth-rank", drift, "DK05", 2, kind="outside")
    yield ranked("emissions a krone of value added: Nordjylland from the top", "nj-co2-rank",
                 model.ratio(model.first["emissions"], added), "nordjylland", from_top=True)
    yield ranked("construction in value added: Sjælland from the top", "sjl-construction-rank",
                 model.ratio(added[:, building], added), "sjaelland", from_top=True, kind="outside")
    yield ranked("people at work a private firm: Sjælland from the bottom", "sjl-small-firm-share-rank",
                 model.ratio(model.jobs[:, private], model.first["firms"][:, private]), "sjaelland")
    innovative = model.ratio(model.adoption["innovation"] * model.jobs, model.jobs)
    for name, place, region, top in (
            ("Hovedstaden from the top", "hovedstaden", "hovedstaden", True), ("Midtjylland from the top", "midtjylland", "midtjylland", True),
            ("Sjælland from the bottom", "sjaelland", "sjaelland", False),
            ("Sydjylland with Fyn from the bottom", "syddanmark", "sydjylland", False)):
        yield ranked(f"innovative firms: {name}", f"innovative-share-rank-{region}", innovative, place, from_top=top, last=2, kind="input")
    rates = {(row["region"], row["industry"]): float(row["value"])
             for row in rows("base-year/firms.csv") if row["variable"] == "entry_rate"}
    rate = np.array([[rates[region, industry] for industry in model.products] for region in model.regions])
    yield ranked("new firms over all firms: Hovedstaden from the top", "hov-entrepreneur-share-rank",
                 model.ratio(rate * model.first["firms"], model.first["firms"]), "hovedstaden", from_top=True, kind="input")
    force = base["base_labour_force"]
    yield ranked("medium and long education: Hovedstaden from the top", "education-bachelor-plus-rank-hovedstaden",
                 model.ratio(model.labour_force("medium_cycle", "long_cycle"), force), "hovedstaden", from_top=True)
    yield ranked("no education beyond school: Sjælland from the top", "education-unskilled-rank-sjaelland",
                 model.ratio(model.labour_force("basic"), force), "sjaelland", from_top=True)
    universities = {name: rate for name, rate in zip(model.regions, model.first["unemployment_rate"][:, -1])
                    if name in ("nordjylland", "midtjylland", "fyn", "hovedstaden")}
    yield ranked("academics out of work: Nordjylland from the top of four with a large university",
                 "vvv-unemployment-aalborg-rank", universities, "nordjylland", from_top=True, kind="input")
    staying = {row["region"]: float(row["share_staying_after_2_3_years"]) for row in rows("people/graduate_retention.csv")
               if row["education"] == "long_cycle" and row["region"] != "denmark"}
    yield ranked("academics who stay where they studied: Nordjylland from the bottom of seven", "vvv-graduate-retention-rank",
                 staying, "nordjylland", kind="outside")


def exports_ranked(model):
    """Among the seven regions, which are the business hubs of the document."""
    exported = model.ratio(model.first["exports"], model.first["gdp"], model.each_region())
    yield ranked("exports over GDP: Hovedstaden from the top of seven", "export-share-rank-hovedstaden", exported, "hovedstaden",
                 from_top=True, kind="input")
    for name, kind in (("Midtjylland", "input"), ("Sydjylland", "input"), ("Nordjylland", "outside")):
        yield ranked(f"the same: {name} from the top", f"export-share-rank-{name.lower()}", exported, name.lower(), from_top=True, last=4, kind=kind)
    yield ranked("the same: Sjælland from the bottom", "export-share-rank-sjaelland", exported, "sjaelland", kind="input")


def structure(model):
    """Sizes and shares of industries, people and places."""
    added, jobs = model.assumed["base_value_added"], model.jobs
    output, gdp = model.assumed["base_output"].sum(0), model.first["gdp"].sum()
    at = {region: k for k, region in enumerate(model.regions)}
    building, food, made = model.industry("construction"), model.industry("food"), model.industries_of("C")
    where = [row["region"] for row in rows("geography/municipalities.csv")]
    yield near("municipalities of Sjælland", "sjl-municipalities", where.count("sjaelland"), 0.0)
    yield near("municipalities of Sydjylland", "syd-municipalities", where.count("sydjylland"), 0.0, kind="outside")
    force = model.assumed["base_labour_force"].sum()
    higher = "short_cycle", "medium_cycle", "long_cycle"
    yield points("labour force with higher education, percent", "dk-higher-education-share",
                 100.0 * model.labour_force(*higher).sum() / force, 2.0, kind="outside")
    yield Figure("the same of all people of 15-69", "", 100.0 * model.share_of_people(*higher), 31.0, 35.0, 1)
    yield points("labour force without education beyond school, percent", "dk-unskilled-share",
                 100.0 * model.labour_force("basic").sum() / force, 2.0, kind="outside")
    yield Figure("the same of all people of 15-69", "", 100.0 * model.share_of_people("basic"), 24.0, 28.0, 1)
    green = model.first["green_turnover"]
    yield near("green turnover over GDP, percent", "green-turnover-share-gdp", 100.0 * green.sum() / gdp, 0.1, 1, "input")
    west = [at[name] for name in ("nordjylland", "midtjylland", "sydjylland", "fyn")]
    yield Figure("of it west of the Great Belt, percent", "most",
                 100.0 * green[west].sum() / green.sum(), 50.0, 100.0, 0,
                 "green-industry-west-of-storebaelt", "input")
    yield points("turnover of construction in all turnover, percent", "construction-share-of-economy",
                 100.0 * output[building] / output.sum(), 1.0)
    advanced = model.position("avanceret-produktion")
    yield near("value added of advanced production over GDP, percent", "adv-production-share-gdp",
               100.0 * (added.sum(0) @ advanced) / gdp, 0.2, 1, "outside")
    yield near("people at work in digital technology", "digital-tech-firms", jobs.sum(0) @ model.position("digitale-teknologier"), 0.1,
               kind="input")
    share = lambda region, k: 100.0 * jobs[at[region], k].sum() / jobs[:, k].sum()
    exported = model.first["exports"][:, food]
    yield points("Midtjylland in exports of food, percent", "mj-food-export-share", 100.0 * exported[at["midtjylland"]] / exported.sum(), 2.0, kind="input")
    yield points("Midtjylland in jobs of the food industry, percent", "mj-food-jobs-share", share("midtjylland", food), 2.0, kind="input")
    yield points("manufacturing in the jobs of Sydjylland, percent", "syd-manufacturing-share",
                 100.0 * jobs[at["sydjylland"], made].sum() / jobs[at["sydjylland"]].sum(), 1.0)
    yield near("jobs in manufacturing in Sydjylland", "syd-manufacturing-employment", jobs[at["sydjylland"], made].sum(), 0.1)
    yield near("jobs in transport in Sydjylland", "syd-transport-employment", jobs[at["sydjylland"], model.industry("transport_logistics")], 0.1,
               kind="input")
    yield points("Sydjylland in jobs of energy supply, percent", "syd-energy-supply-share",
                 share("sydjylland", model.industry("utilities_extraction")), 2.0)
    yield near("jobs in construction on Fyn", "fyn-construction-jobs", jobs[at["fyn"], building], 0.1, kind="outside")


def practices(model):
    """Gaps between users and others are upper bounds of what a practice does."""
    gap, everyone = fact("digital-productivity-gap"), list(range(len(model.products)))
    premium = model.parameters["adoption.digital.premium"]
    spread = model.parameters["adoption.digital.ceiling"] - model.adopters("digital", everyone)
    robots = fact("robot-use-industrial-smes")
    both = premium + model.parameters["adoption.automation.premium"]
    yield ceiling("productivity of a firm that goes digital, percent", "digital-productivity-gap", percent(premium))
    yield Figure("the same at the upper end of the range", gap, percent(float(parameter("adoption.digital.premium")["high"])),
                 0.0, gap, 1, kind="ceiling")
    yield Figure("of a firm that takes up robots too", gap, percent(both), 0.0, gap, 1, kind="ceiling")
    yield Figure("the nation, were all firms that ever will digital at once", "", percent(premium * spread),
                 0.0, percent(np.log1p(gap / 100.0) * spread), 1, kind="ceiling")
    yield twofold("growth of GDP until 2030 from artificial intelligence, percent a year; were they digital by then",
                  fact("ai-gdp-growth-potential"), "ai-gdp-growth-potential", percent(premium * spread / 11.0), 2, "outside")
    alike = model.jobs.sum(0) / model.jobs.sum()
    equal, real = (dict(zip(model.regions, values)) for values in (
        model.adoption["digital"] @ alike, (model.adoption["digital"] * model.jobs).sum(1) / model.jobs.sum(1)))
    width = lambda shares: 100.0 * (max(shares.values()) - min(shares.values()))
    yield Figure("digital firms, first less last region at equal industries, points", "some",
                 width(equal), 0.25 * width(real), width(real), 1, "digital-gap-robust-to-composition", "input")
    yield Figure("manufacturing with robots, percent of small firms, of jobs", robots,
                 100.0 * model.adopters("automation", model.industries_of("C")), robots - 2.0, robots + 15.0, 1,
                 "robot-use-industrial-smes")
    inside = model.jobs * model.position("foedevarer")
    food = 100.0 * ((model.adoption["innovation"] * inside).sum() / inside.sum() - model.adopters("innovation", model.private()))
    yield Figure("innovative firms in food and farming less those of business, points", "fewer", food, -40.0, 0.0, 1,
                 "food-low-innovation-share")


def industries(model):
    """What documents say of single trades, against recipes and trends."""
    shipping, building = model.industry("transport_logistics"), model.industry("construction")
    yield twofold("output elsewhere for a krone of shipping, DKK; of transport", fact("blue-denmark-output-spillover") / 100.0,
                  "blue-denmark-output-spillover", model.inverse[:, shipping].sum() - 1.0, 2, "outside")
    growth = [model.productivity_growth(k, 2018, 2030) for k in ([model.industry("life_science")], model.private())]
    yield twofold("growth of productivity in life science over that of business; 2018-2030", fact("life-science-productivity-growth-ratio"),
                  "life-science-productivity-growth-ratio", growth[0] / growth[1], 1, "outside")
    better = fact("construction-collaboration-productivity")
    yield ceiling("productivity in construction from working together, percent; of a firm that innovates", "construction-collaboration-productivity",
                  percent(model.parameters["adoption.innovation.premium"]))
    pay = (model.assumed["labour_share"] * model.assumed["base_value_added"])[:, building].sum()
    cut = 100.0 * pay / model.assumed["base_output"][:, building].sum() * (1.0 - 1.0 / (1.0 + better / 100.0))
    yield near("its cost then, percent less; labour alone", "construction-collaboration-cost-cut", cut, 0.3, 1, "outside")
    saving = float(parameter("green-advice-input-saving")["central"])
    goods = model.industries_of("ABCDE")
    inputs = model.assumed["input_coefficients"][goods]
    cheaper = saving * inputs.sum(0) @ model.inverse
    exported = model.assumed["base_exports"].sum(0)
    more = 100.0 * (exported * model.assumed["export_elasticity"] * cheaper).sum() / exported.sum()
    low, high = (fact(f"dk-circular-export-gain-{end}") for end in ("low", "high"))
    yield Figure("exports from a push for sustainability, percent; if every firm saved two percent of materials",
                 f"{low:.0f} - {high:.0f}", more, low, high, 1, "dk-circular-export-gain-low dk-circular-export-gain-high")
    yield Figure("GDP from it, bn. DKK a year; what they would save", "10 - 99",
                 saving * (inputs @ model.assumed["base_output"].sum(0)).sum() / 1000.0, 10.0, 99.0, 0, "dk-circular-gdp-potential")
    invested = fact("case15-investment")
    food = model.industry("food")
    fewest, most = fact("case15-jobs-min"), fact("case15-jobs-max")
    yield Figure("jobs in an abattoir of 700 mio. DKK; that such capital employs in food", f"{fewest:.0f} - {most:.0f}",
                 invested * model.jobs[:, food].sum() / model.assumed["base_capital"][:, food].sum(),
                 0.5 * fewest, 2.0 * most, 0, "case15-jobs-min case15-jobs-max case15-investment")


def effects(model, runs):
    """Levers alone, and the shares that their entries take from a printed result."""
    plant = lever_alone(runs, "inward-investment", ["sydjylland"], fact("case15-investment") / len(YEARS))
    yield Figure("the abattoir as a lever: jobs in Sydjylland in 2023", fact("case15-jobs-max"),
                 plant.change("employment", ["sydjylland"], 2023), 0.0, fact("case15-jobs-max"), 0, kind="ceiling")
    for name, facts, kind, belief in (
            ("GDP to 2040 for a krone in research with others, DKK", "eu-framework-gdp-return", "outside", {}),
            ("the same, were each firm three percent more productive for it", "", "",
             {"innovation-consortia-value-added": parameter("advice-productivity-effect")["central"]})):
        run = lever_alone(runs, "research-collaboration", "all", lever("research-collaboration")["default_dose"]["value"], belief)
        gained = sum(run.change("real_gdp", run.regions, year) for year in run.years)
        yield twofold(name, fact("eu-framework-gdp-return"), facts, gained / run.cost(run.regions), 1, kind)

    creative = lever("creative-cross-fertilisation")["channel"][0]["success"]["value"]
    due = (1.0 - model.parameters["policy.deadweight.default"]) * (1.0 - model.parameters["policy.substitution.default"])
    yield ceiling("firms with a new product through creative input, points", "s000-product-innovation-gap-pp", 100.0 * creative * due)
    yield ceiling("the same, printed as percent", "s000-product-innovation-gap-upto", 100.0 * creative * due)

    loan = next(c for c in lever("loans-with-mentoring")["channel"] if c["channel"] == "firms.scaleup")
    asked = model.parameters["loan-guarantee-employment"] * loan["employees_per_firm"]["value"]
    yield ceiling("jobs in three years asked of a firm with a loan; brought about", "case05-jobs-criterion case05-jobs-horizon",
                  asked * due * (1.0 - model.parameters["policy.displacement.default"]))
    yield ceiling("firms with such a loan that exist, percent; new firms after five years", "case05-survival",
                  100.0 * model.parameters["firms.survival.five_years"])
    yield ceiling("tenants of an incubator after two years, percent; new firms after one", "case10-survival case10-survival-window",
                  100.0 * model.parameters["firms.survival.one_year"])


def job_search(model):
    """People who look for a job, some months after a course."""
    spell = 12.0 * lever("job-search-courses")["channel"][0]["success"]["value"]
    helped = (1.0 + model.parameters["activation-jobfinding-effect"]) / spell
    for name, share, months in (("job-search course: at work four months later, percent", "vvv-jobsearch-employment", "vvv-jobsearch-months"),
                                ("course for graduates: six months later", "case07-employment-rate", "case07-employment-horizon")):
        found = lambda chance: 100.0 * (1.0 - (1.0 - chance) ** fact(months))
        yield points(name, f"{share} {months}", found(helped), 15.0, kind="outside" if months.startswith("vvv") else "")
        yield Figure("the same without the course", fact(share), found(1.0 / spell), fact(share) - 15.0, fact(share) + 15.0, 1)


STUDENTS = ["university-student-fairs", "college-student-fairs", "college-local-meetings"]
MATCHES = {"growth-pilot": 1.0, "local-job-matches": 1.0, "central-matching-unit": 1.0, "talent-attraction": 0.15} | dict.fromkeys(STUDENTS, 1.0)


def alone(whole, name, dose=None):
    """Settings that leave one lever of a scenario, with another dose each year if one is given."""
    others = [f"lever.{other}.dose={{2020=0,2021=0,2022=0,2023=0}}" for other in whole.levers if other != name]
    return others + ([f"lever.{name}.dose={{2020={dose},2021={dose},2022={dose},2023={dose}}}"] if dose else [])


def growth_pilots(model, runs):
    """North Jutland's programme, the only one whose document prints prices and results."""
    programme = runs.result("vaekst-via-viden")
    doses = dict(zip(programme.levers, programme.doses))
    smaller = runs.result("vaekst-via-viden-150")
    pilots = runs.result("vaekst-via-viden", alone(programme, "growth-pilot"))
    paid = sum(pilots.change("financing", pilots.regions, year) for year in pilots.years) / doses["growth-pilot"]
    printed = (fact("vvv-table-total-225") - fact("vvv-table-firms-225")) / 225.0
    yield Figure("public money for a growth pilot, DKK", printed, 1e6 * paid, 0.97 * printed, 1.03 * printed, 0,
                 "vvv-table-total-225 vvv-table-firms-225")
    yield near("growth pilots with the larger sum", "vvv-funding-pilot-high", doses["growth-pilot"], 0.0, kind="input")
    yield near("growth pilots with the smaller", "vvv-funding-pilot-low", dict(zip(smaller.levers, smaller.doses))["growth-pilot"], 0.0, kind="input")
    yield near("matches in three years", "vvv-match-total vvv-match-total-repeat vvv-recruitment-match-total vvv-summary-matches",
               sum(doses[name] * part for name, part in MATCHES.items()), 0.01, kind="input")
    helped = fact("vvv1-hires-central-unit") / fact("vvv1-hires")
    counted = doses["central-matching-unit"] / (doses["central-matching-unit"] + doses["local-job-matches"])
    yield Figure("of other hires: helped by the central unit, percent", 100.0 * helped, 100.0 * counted, 100.0 * helped - 1.0,
                 100.0 * helped + 1.0, 1, "vvv1-hires-central-unit vvv-central-unit-contribution", "input")

    due = 1.0 - model.parameters["policy.deadweight.wage_subsidy"], 1.0 - model.parameters["policy.displacement.default"]
    yield ceiling("of 100 pilots: at work afterwards; at work because of it", "vvv1-pilot-continuation", 100.0 * due[0] * due[1])
    yield ceiling("of the next 100", "vvv-pilot-continuation", 100.0 * due[0] * due[1])

    hires = fact("vvv1-hires")
    run = runs.result("vaekst-via-viden", alone(programme, "local-job-matches", hires / 4.0))
    home = run.places["Nordjylland"]
    less = -sum(run.unemployed_structurally(home, year) for year in run.years)
    yield ceiling("hires 2016-2019: counted; brought about", "vvv1-hires vvv1-match-realised vvv-central-unit-base",
                  hires * (1.0 - model.parameters["policy.deadweight.default"]) * (1.0 - model.parameters["policy.displacement.matching"]), 0)
    yield Figure("person-years of structural unemployment that they save", "", less, 0.0, hires * 5.0 / 12.0, 0, kind="ceiling")
    yield Figure("job-years in Nordjylland in the four years", "",
                 sum(run.change("employment", home, year) for year in YEARS), 0.0, hires, 0, kind="ceiling")


def first_academic(model, runs):
    """What firms with a first academic had more of than firms alike, three years later."""
    yield twofold("value added with a first academic after three years, percent", fact("vvv-first-academic-value-added"),
                  "vvv-first-academic-value-added vvv-first-academic-horizon",
                  100.0 * model.parameters["policy.first_academic.value_added"], 1, "outside")
    register = parameter("policy.first_academic.value_added")
    yield Figure("the same, beside Danish register studies with a control group", "", 100.0 * model.parameters["policy.first_academic.value_added"],
                 100.0 * float(register["low"]), 100.0 * float(register["high"]), 1)
    channels = lever("first-academic-hire")["channel"]
    assert all(channel["channel"] == "firms.first_academic" for channel in channels), "the lever does more than is told here"
    run = lever_alone(runs, "first-academic-hire", ["nordjylland"], dose := lever("first-academic-hire")["default_dose"]["value"])
    firms = dose * len(YEARS)
    by = dict(zip(model.educations, run.by_education("employment_by_education", ["nordjylland"], 2025) / firms))
    yield ceiling("with a first academic: employees more, a firm", "vvv-first-academic-employment", sum(by.values()), 2, -0.5)
    yield ceiling("of them without education beyond school", "vvv-first-academic-unskilled", by["basic"], 2, -0.5)
    yield ceiling("of them with vocational education", "vvv-first-academic-vocational", by["vocational"], 2, -0.5)
    yield Figure("of them with long-cycle education", "", by["long_cycle"], 0.0, 1.0, 2)


def all_figures(model, runs):
    return {
        "Tourism": list(tourism(model)),
        "Regions in order": [*regions_ranked(model), *exports_ranked(model)],
        "Industries, people, places": list(structure(model)),
        "Practices of firms": list(practices(model)),
        "Trades and plants": list(industries(model)),
        "Effects of levers": [*effects(model, runs), *job_search(model)],
        "Growth pilots and matches": [*growth_pilots(model, runs), *first_academic(model, runs)],
    }
