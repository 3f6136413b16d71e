#!/usr/bin/python3
"""Recomputes the model's equations from a result file alone (model/README.md, sections 3 and 4).

    recompute.py FILE [FILE ...]     prints every equation with its largest miss; exit code 1 when one is above 1e-7
    recompute.py                     runs the shipped scenarios under several closures, checks their results, and checks
                                     that a disturbed copy is found out

Nothing of the program is used to recompute: arrays come from the file, years first, and each function below yields
pairs (equation, miss). A miss is relative to the cell, or to the whole where parts are added up.
"""
import collections
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import h5py
import numpy as np

TOLERANCE = 1e-7
PERSONS = 1e-6  # accounts of people close to this


def apart(stored, computed):
    """Relative distance, cell by cell; where nothing should be, nothing may be."""
    stored, computed = np.broadcast_arrays(stored, computed)
    with np.errstate(divide="ignore", invalid="ignore"):
        miss = np.abs(stored - computed) / np.abs(computed)
    return np.where(computed == 0.0, np.where(stored == 0.0, 0.0, np.inf), miss)


def of_total(stored, computed, total):
    return np.abs(stored - computed) / np.abs(total)


def over(part, whole):
    """part / whole, zero where there is no whole."""
    part, whole = np.broadcast_arrays(part, whole)
    return np.divide(part, whole, out=np.zeros(part.shape), where=whole != 0.0)


def ces(sigma, *goods):
    """Price of a bundle of (share, price) pairs; sigma may differ by the last dimension."""
    power = 1.0 - np.asarray(sigma, float)
    near_one = np.abs(power) < 1e-8
    safe = np.where(near_one, 1.0, power)
    weighted = sum(share * price**safe for share, price in goods)
    geometric = sum(share * np.log(price) for share, price in goods)
    return np.where(near_one, np.exp(geometric), np.where(weighted > 0.0, weighted, 1.0) ** (1.0 / safe))


class Path:
    """One path of the file: series and assumptions by name, and what follows from them at once."""

    def __init__(self, h5, group):
        self.h5, self.group = h5, group
        run = h5["run"].attrs
        closure = lambda name: run["closure_" + name] if group == "scenario" else None
        self.wages = closure("wages") or "structural"
        self.capital_closure = closure("capital") or "adjusting"
        self.financing_rule = closure("financing") or "none"
        self.held = run["hold"].split() if group == "scenario" else []
        levers = h5["run/lever_channels"].asstr()[()] if group == "scenario" and "lever_channels" in h5["run"] else []
        self.channels = {channel for lever in levers for channel in lever.split()}
        self.alive, self.used = self.base_output > 0.0, self.trade_shares.sum(0) > 0.5
        self.employs = self.base_employment.sum(2) > 0.0
        self.is_own_baseline = group == "baseline"
        self.baseline = self if self.is_own_baseline else Path(h5, "baseline")

    def __getattr__(self, name):
        for place in (self.group, "assumptions"):
            if name in self.h5[place]:
                value = np.asarray(self.h5[place][name][()], float)
                if not np.isfinite(value).all():
                    raise ValueError(f"{place}/{name} has values that are not finite")
                setattr(self, name, value)
                return value
        raise AttributeError(f"{self.group}/{name} is not in the file")

    def parameter(self, key):
        keys = list(self.h5["run/parameter"].asstr()[()])
        return float(self.h5["run/parameter_value"][keys.index(key)])

    def labels(self, dimension):
        return list(self.h5[self.group][dimension].asstr()[()])

    @property
    def has_people(self):
        """False where a run left them out of its file."""
        return {"population", "participation_rate"} <= set(self.h5[self.group])

    def of_ages(self, first, last):
        """People and their labour force between two ages, by year and region."""
        ages = slice(first, last + 1)
        people = self.population[:, :, :, ages]
        return people.sum((2, 3, 4)), (people * self.participation_rate[:, :, :, ages]).sum((2, 3, 4))


def wages_and_unit_costs(p):
    """Cost of a year's labour, of value added, and of the product."""
    wage = p.wage_index[:, :, None, :] * (1.0 - p.wage_subsidy_rate) / p.labour_efficiency[:, None, None, None]
    omega = p.education_wage_share
    yield "education shares add to one", np.abs(omega.sum(3) - 1.0)[:, p.employs]
    bundles, mass, cost = (p.higher_education > 0.5, p.higher_education < 0.5), [], []
    for members in bundles:
        mass.append((omega * members).sum(3))
        cost.append(ces(p.sigma_education_inner, *[(over(omega[..., e], mass[-1]), wage[..., e]) for e in np.flatnonzero(members)]))
    if all(members.any() for members in bundles):
        labour = ces(p.sigma_education_outer, *zip(mass, cost))
    else:
        labour = cost[0] if bundles[0].any() else cost[1]
    yield "labour cost index", apart(p.labour_cost_index, labour)[:, p.employs]
    # Share of each education in the labour bundle relative to base prices, for labour demand below.
    p.mix = np.empty_like(wage)
    for members, own in zip(bundles, cost):
        outer = (labour / own) ** p.sigma_education_outer if all(b.any() for b in bundles) else 1.0
        p.mix[..., members] = np.asarray(outer * own**p.sigma_education_inner)[..., None] * wage[..., members] ** -p.sigma_education_inner
    p.labour = labour
    p.bundle = ces(p.sigma_capital_labour, (1.0 - p.labour_share, p.rental_rate), (p.labour_share, labour))
    p.unit_value_added = p.bundle / p.technology
    yield "unit cost of value added", apart(p.value_added_price, p.unit_value_added)[:, p.alive]
    needs = p.input_coefficients * p.resource_efficiency
    p.needs = needs
    materials = over(np.einsum("tri,trij->trj", p.composite_price, needs), p.input_coefficients.sum(0))
    p.materials = np.where(materials > 0.0, materials, 1.0)
    yield "price of materials", apart(p.intermediate_price, p.materials)[:, p.alive]
    p.unit_cost = ces(p.sigma_value_added, (p.materials_share, p.materials), (1.0 - p.materials_share, p.unit_value_added))
    yield "output price is unit cost", apart(p.output_price, p.unit_cost)[:, p.alive]


def product_prices(p):
    """Domestic products of all origins, then domestic and foreign."""
    shares = p.trade_shares * p.trade_access
    p.origin_share = over(shares, shares.sum(1, keepdims=True))
    power = 1.0 - p.sigma_regions
    landed = np.einsum("tqri,tqi->tri", p.origin_share, p.variety_index * p.output_price**power)
    yield "price of domestic products", apart(p.domestic_price, np.where(p.used, landed, 1.0) ** (1.0 / power))
    yield "composite price", apart(p.composite_price, ces(p.sigma_imports, (1.0 - p.foreign_share, p.domestic_price), (p.foreign_share, np.ones_like(p.domestic_price))))
    yield "consumer prices", apart(p.consumer_price_index, np.exp((p.consumption_shares * np.log(p.composite_price)).sum(2)))


def production(p):
    """What a unit of output needs: value added, materials, capital, labour."""
    scale = over(p.output, p.base_output)
    volume = scale * (p.unit_cost / p.unit_value_added) ** p.sigma_value_added
    yield "value added", apart(p.value_added, p.base_value_added * volume)
    bundles = p.output * (p.unit_cost / p.materials) ** p.sigma_value_added
    p.material_use = np.einsum("trj,trij->tri", bundles, p.needs)
    yield "intermediate use", apart(p.intermediate_use, p.material_use)
    input_scale = volume / p.technology
    in_use = p.base_capital * input_scale * (p.bundle / p.rental_rate) ** p.sigma_capital_labour
    yield "capital in use is capital", apart(p.capital, in_use)
    labour_cost = p.labour_share * p.base_value_added
    yield "jobs at base prices cost the labour share", apart((p.employment_at_base_prices * p.base_wage).sum(3), labour_cost)
    demand = input_scale * (p.bundle / p.labour) ** p.sigma_capital_labour
    jobs = p.employment_at_base_prices * demand[..., None] * p.mix / p.labour_efficiency[:, None, None, None]
    yield "labour demand", apart(p.employment_by_education, jobs)
    yield "employment by industry", apart(p.employment, jobs.sum(3))
    earned = jobs * p.base_wage * p.wage_index[:, :, None, :]
    p.paid_subsidy = (earned * p.wage_subsidy_rate).sum((2, 3))
    yield "wage bill", apart(p.wage_bill, earned.sum(3))
    value = p.value_added * p.value_added_price
    yield "operating surplus", apart(p.operating_surplus, value - (earned * (1.0 - p.wage_subsidy_rate)).sum(3))
    yield "labour productivity", apart(p.labour_productivity, over(p.value_added, p.employment))
    p.jobs_by_workplace, p.earned_by_workplace, p.nominal_value_added = jobs.sum(2), earned.sum(2), value


def people_at_work(p):
    """Who fills the jobs, and who is left without."""
    base_jobs = p.base_employment.sum(1)
    within_reach = p.base_commuting_share * base_jobs[:, None, :]
    mean_wage = over(np.einsum("qre,tqe->tre", within_reach, p.wage_index), within_reach.sum(0))
    attraction = over(p.labour_force, p.base_labour_force) * np.where(mean_wage > 0.0, mean_wage, np.inf) ** -p.commuting_wage_elasticity
    fill = p.base_commuting_share * p.commuting_access * attraction[:, None]
    yield "commuting", np.abs(p.commuting_share - over(fill, fill.sum(2, keepdims=True)))
    employed = np.einsum("tqe,tqre->tre", p.jobs_by_workplace, p.commuting_share)
    yield "employed residents", apart(p.employed_residents, employed)
    yield "unemployment", np.abs(p.unemployment_rate - over(p.labour_force - employed, p.labour_force))
    force = p.labour_force.sum(1)
    yield "national unemployment", np.abs(p.national_unemployment_rate - over(force - employed.sum(1), force))
    yield "labour income", apart(p.labour_income, np.einsum("tqe,tqre->tr", p.earned_by_workplace, p.commuting_share))


def household_accounts(p):
    parts = p.labour_income + p.property_income + p.social_benefits + p.other_transfers - p.income_tax - p.financing
    yield "disposable income is its parts", apart(p.disposable_income, parts)
    yield "real disposable income", apart(p.real_disposable_income, p.disposable_income / p.consumer_price_index)
    surplus = p.operating_surplus.sum((1, 2))[:, None]
    yield "households' share of surplus stays", np.abs(p.property_income / surplus - p.property_income[0] / surplus[0])
    bracket = p.labour_income + p.property_income + p.social_benefits
    rate = p.income_tax / bracket
    yield "tax rates stay", np.abs(rate - rate[0])
    spent = (p.composite_price * p.private_consumption).sum(2)
    gross = 1.0 + p.final_tax_rate[0]
    if "consumption" not in p.held:
        yield "spending by product", np.abs(p.private_consumption * p.composite_price / spent[..., None] - p.consumption_shares)
        propensity = gross * spent / p.disposable_income
        yield "propensity to consume stays", np.abs(propensity - propensity[0])
    yield "bought where people shop", apart(p.consumption_purchased, np.einsum("qri,tri->tqi", p.shopping_shares, p.private_consumption))
    lending = p.disposable_income.sum(1) - gross * spent.sum(1)
    yield "net lending of households", of_total(p.net_lending[:, 0], lending, p.gdp.sum(1))
    yield "net lending adds to zero", of_total(p.net_lending.sum(1), 0.0, p.gdp.sum(1))


def public_purse(p):
    """What levers cost and who pays; visitors and builders pay for what is not the public's."""
    price = 1.0 + p.final_tax_rate[1]
    yield "policy demand is the public's, visitors' and builders'", np.abs(
        p.policy_demand - p.public_purchases - p.visitors_demand - p.construction_demand)
    cost = price * (p.composite_price * p.public_purchases).sum(2) + p.paid_subsidy + p.subsidy_windfall
    if p.financing_rule == "national":
        yield "financing is the cost", apart(p.financing.sum(1), cost.sum(1))
        yield "every region pays when levers cost", ((p.financing > 0.0) != (cost.sum(1, keepdims=True) > 0.0)).astype(float)
        if p.has_people:
            adults = p.of_ages(18, 99)[0]
            yield "every adult pays the same", apart(p.financing, cost.sum(1, keepdims=True) * adults / adults.sum(1, keepdims=True))
    else:
        yield "nobody is charged", np.abs(p.financing)
    bought = price * (p.composite_price * p.public_consumption).sum(2)
    planned = p.public_consumption
    if p.financing_rule == "within_budget" and "government" not in p.held:
        planned = planned * (1.0 + over(cost, bought))[..., None]
    if {"government", "labour_force"} & set(p.held):
        yield "public consumption", apart(planned, p.baseline.public_consumption)
    # Who needs it is not in the file; all of it is the baseline's, which the trend below gives.
    yield "public consumption of all regions", apart(planned.sum((1, 2)), p.baseline.public_consumption.sum((1, 2)))


def public_balance(p):
    """Change of what the public takes in less what it pays, by region; taxes on production are one ratio an industry."""
    if p.is_own_baseline:
        yield "no change of the public balance in a baseline", np.abs(p.public_balance)
        return
    government = 1.0 + p.final_tax_rate[1]

    def besides_production_taxes(path):
        value = path.value_added * path.value_added_price
        bought = path.composite_price * (path.public_consumption + path.public_purchases)
        subsidies = (path.base_wage * path.wage_index[:, :, None, :] * path.employment_by_education * path.wage_subsidy_rate).sum((2, 3))
        product_taxes = path.gdp - value.sum(2)
        return value, (path.income_tax + product_taxes + path.financing - path.social_benefits - path.other_transfers
                       - government * bought.sum(2) - subsidies - path.subsidy_windfall)

    (value, known), (value_before, known_before) = besides_production_taxes(p), besides_production_taxes(p.baseline)
    more = (value - value_before).reshape(-1, value.shape[2])
    left = (p.public_balance - (known - known_before)).ravel()
    ratio = np.linalg.lstsq(more, left, rcond=None)[0]
    scale = max(1.0, np.abs(p.public_balance).max())
    yield "public balance is taxes and financing less what is paid", np.abs(left - more @ ratio) / scale
    lending = p.net_lending[:, 2] - p.baseline.net_lending[:, 2]
    yield "public balance adds up to net lending", np.abs(p.public_balance.sum(1) - lending) / scale


def goods(p):
    """Uses of each product, where they come from, and what is sold."""
    invested = (p.investment + p.policy_investment).sum(2)[..., None] * p.capital_composition
    use = p.material_use + p.consumption_purchased + p.public_consumption + p.other_final_use + p.policy_demand + invested
    yield "total use", apart(p.total_use, use)
    abroad = p.composite_price**p.sigma_imports
    yield "imports", apart(p.imports, p.foreign_share * abroad * use)
    at_home = (1.0 - p.foreign_share) * (p.composite_price / p.domestic_price) ** p.sigma_imports * use
    sold = np.einsum("tqri,tri->tqi", p.origin_share, at_home * p.domestic_price**p.sigma_regions)
    sold = sold * p.variety_index * p.output_price**-p.sigma_regions
    yield "goods market", apart(p.output, sold + p.exports)
    if "exports" not in p.held:
        drive = p.world_demand[:, None, :] * p.variety_index * p.export_shifter
        wanted = p.base_exports * drive * p.output_price**-p.export_elasticity
        carried = np.concatenate([wanted[:1], p.exports[:-1] * drive[1:] / drive[:-1]])
        yield "exports", apart(p.exports, wanted**p.export_adjustment * carried ** (1.0 - p.export_adjustment))
    home = (p.composite_price * (use - p.material_use)).sum((1, 2)) + (p.output_price * p.exports).sum((1, 2)) - p.imports.sum((1, 2))
    made = p.nominal_value_added.sum((1, 2)) + (p.output_tax_share * p.output_price * p.output).sum((1, 2))
    yield "made is spent, before final taxes", apart(made, home)
    final = [(p.composite_price * p.consumption_purchased).sum((1, 2)),
             (p.composite_price * (p.public_consumption + p.public_purchases)).sum((1, 2)),
             (p.composite_price * (invested + p.construction_demand)).sum((1, 2)),
             (p.composite_price * p.visitors_demand).sum((1, 2))]
    visitors = p.gdp.sum(1) - made - sum(rate * value for rate, value in zip(p.final_tax_rate, final))
    exports = (p.output_price * p.exports).sum((1, 2))
    yield "visitors' taxes are what GDP leaves, a small share of exports", (~((visitors > 0.0) & (visitors < 0.05 * exports))).astype(float)
    regional = p.nominal_value_added.sum(2)
    yield "GDP by region follows value added", apart(p.gdp, regional * (p.gdp.sum(1) / regional.sum(1))[:, None])
    volume = p.value_added.sum(2)
    yield "real GDP by region follows value added", apart(p.real_gdp, volume * (p.real_gdp.sum(1) / volume.sum(1))[:, None])
    yield "real GDP is GDP in the base year", apart(p.real_gdp[0], p.gdp[0])


def capital(p):
    """Investment and the stock, from year to year."""
    price = (p.composite_price @ p.capital_composition)[..., None]
    if p.capital_closure == "mobile" and "capital" not in p.held:
        fixed = p.baseline.rental_rate / (p.baseline.composite_price @ p.capital_composition)[..., None]
        yield "return to capital is the baseline's", apart(p.rental_rate[1:] / price[1:], fixed[1:])
        if "investment" not in p.held:
            yield "investment follows capital", apart(p.investment[1:], (p.baseline.investment * over(p.capital, p.baseline.capital))[1:])
        return
    if "investment" not in p.held:
        yield "investment", apart(p.investment, p.base_investment * over(p.capital, p.base_capital) * (p.rental_rate / price) ** p.investment_elasticity)
    if "capital" not in p.held:
        grown = (1.0 - p.depreciation) * p.capital[:-1] + p.capital_units * (p.investment + p.policy_investment)[:-1]
        yield "capital accumulates", apart(p.capital[1:], grown)


def seen_from_work(p, rate):
    """Unemployment of those who work or would work in q, by education; and its log with the nation's weight."""
    local = np.einsum("tqre,tre->tqe", p.commuting_share, rate)
    nation = over((rate * p.labour_force).sum(1), p.labour_force.sum(1))[:, None, :]
    log = lambda x: np.log(np.where(x > 0.0, x, 1.0))
    return local, p.wage_national_weight * log(nation) + (1.0 - p.wage_national_weight) * log(local)


def log_productivity(p):
    """Volume for each base-wage unit of labour, by workplace region and for the nation."""
    units = over((p.base_wage * p.employment_by_education).sum(3), (p.base_wage * p.base_employment).sum(2))
    weighted = np.where(p.employs, over(p.value_added, units), 0.0).sum(2)
    base = np.where(p.employs, p.base_value_added, 0.0).sum(1)
    return np.log(weighted / base), np.log(weighted.sum(1) / base.sum())


def wages(p):
    b, jobs = p.baseline, p.base_employment.sum(1) > 0.0
    yield "wages of the base year are one", np.abs(p.wage_index[0] - 1.0)
    yield "structural unemployment starts at unemployment", np.abs(p.structural_unemployment_rate[0] - p.base_unemployment_rate)
    seen, log_seen = seen_from_work(p, p.unemployment_rate)
    structural, log_structural = seen_from_work(p, p.structural_unemployment_rate)
    if p.wages == "structural":
        yield "baseline: unemployment is structural", apart(seen, structural)[:, jobs]
        return
    if "wages" in p.held:
        yield "wages are held", apart(p.wage_index, b.wage_index)
    elif p.wages == "fixed_real":
        real = lambda path: path.wage_index / path.consumer_price_index[..., None]
        yield "real wages are the baseline's", apart(real(p), real(b))[:, jobs]
    elif p.wages == "flexible":
        yield "unemployment is the baseline's", apart(seen, seen_from_work(b, b.unemployment_rate)[0])[:, jobs]
    else:
        deviation = np.log(p.wage_index / b.wage_index)
        gap = log_seen - seen_from_work(b, b.unemployment_rate)[1]
        structural_gap = log_structural - seen_from_work(b, b.structural_unemployment_rate)[1]
        region, nation = (mine - theirs for mine, theirs in zip(log_productivity(p), log_productivity(b)))
        passed = p.wage_regional_weight * region + (1.0 - p.wage_regional_weight) * nation[:, None]
        growth = np.zeros_like(passed)  # the growth of year t is that from t-2 to t-1
        growth[2:] = passed[1:-1] - passed[:-2]
        step = p.wage_productivity_passthrough * growth[1:, :, None] - p.wage_curve_epsilon * np.diff(gap, axis=0) \
            - p.wage_curve_gamma * (gap - structural_gap)[1:]
        yield "wage equation", np.abs(np.diff(deviation, axis=0) - step)[:, jobs]


def accounts_of_people(p):
    """Opening stocks, flows and closing stocks; nobody appears or disappears. Misses in persons."""
    flow = {name: k for k, name in enumerate(p.labels("flow"))}
    skills, force = p.skills_account, p.labour_force_account
    unknown = [name for name in flow if name not in ("opening", "closing")]
    for account, name in ((skills, "skills"), (force, "labour force")):
        explained = account[..., flow["opening"]] + sum(account[..., flow[k]] for k in unknown)
        yield f"account of {name} closes", np.abs(account[..., flow["closing"]] - explained) * (TOLERANCE / PERSONS)
        yield f"account of {name} opens where it closed", apart(account[1:, ..., flow["opening"]], account[:-1, ..., flow["closing"]])
        yield f"account of {name}: nothing flows in the base year", np.abs(account[0][..., [flow[k] for k in unknown]])
    for name, own in (("skills", "born completed left_for_higher moved_in moved_out immigrated emigrated died policy"),
                      ("labour_force", "entered retired other_participation education moved immigrated emigrated died policy")):
        others = [flow[k] for k in unknown if k not in own.split()]
        yield "a flow stands in its own account only", np.abs(getattr(p, name + "_account")[..., others])
    yield "closing labour force", apart(force[..., flow["closing"]], p.labour_force)
    whole = skills[..., flow["closing"]].sum((1, 2))
    yield "internal moves add to zero", of_total(p.net_internal_migration.sum(1), 0.0, whole[:, None])
    yield "who moves out moves in", of_total(skills[..., flow["moved_in"]].sum(1), -skills[..., flow["moved_out"]].sum(1), whole[:, None])
    yield "net internal moves", np.abs(p.net_internal_migration - skills[..., flow["moved_in"]] - skills[..., flow["moved_out"]])
    yield "net foreign moves", np.abs(p.net_foreign_migration - skills[..., flow["immigrated"]] - skills[..., flow["emigrated"]])
    yield "births", apart(p.births, skills[..., flow["born"]].sum(2))
    yield "the newborn have the lowest education", np.abs(skills[:, :, 1:, flow["born"]])
    yield "deaths", apart(p.deaths[1:], -skills[1:, ..., flow["died"]].sum(2))
    yield "who leaves an education completes another", of_total(skills[..., flow["completed"]].sum(2), -skills[..., flow["left_for_higher"]].sum(2), whole[:, None])
    yield "educations that levers give are taken from others", of_total(skills[..., flow["policy"]].sum(2), 0.0, whole[:, None])
    for name, sign in (("completed", 1), ("left_for_higher", -1), ("moved_in", 1), ("moved_out", -1), ("immigrated", 1),
                       ("emigrated", -1), ("died", -1), ("born", 1)):
        yield "flows have their sign", (sign * skills[..., flow[name]] < 0.0).astype(float)
    yield "residual of people", (p.residual_people > PERSONS).astype(float)


def people(p):
    """Stocks against the accounts, who takes part, and what is counted by age."""
    if not p.has_people:
        return
    flow = p.labels("flow").index
    yield "nobody is negative", (p.population < 0.0).astype(float)
    yield "participation is a share", ((p.participation_rate < 0.0) | (p.participation_rate > 1.0)).astype(float)
    stock, net = p.population.sum((2, 3)), p.net_internal_migration + p.net_foreign_migration
    yield "people are the account's", apart(stock, p.skills_account[..., flow("closing")])
    change = np.diff(stock.sum(2), axis=0) - (p.births - p.deaths + net.sum(2))[1:]
    yield "people of a region change by births, deaths and moves", np.abs(change) * (TOLERANCE / PERSONS)
    learnt = p.skills_account[..., flow("completed")] + p.skills_account[..., flow("left_for_higher")] + p.skills_account[..., flow("policy")]
    died = p.skills_account[..., flow("died")] + p.skills_account[..., flow("born")]
    yield "people of an education change by what is told", np.abs(np.diff(stock, axis=0) - (net + learnt + died)[1:]) * (TOLERANCE / PERSONS)
    taking_part = (p.population * p.participation_rate).sum((2, 3))
    p.added = p.labour_force - taking_part
    if p.is_own_baseline:
        yield "labour force", apart(p.labour_force, taking_part)
    else:
        yield "labour force is not below those taking part", np.maximum(-p.added / taking_part, 0.0)
    yield "labour force of the base year", apart(p.labour_force[0], p.base_labour_force)
    if "labour_force" not in p.held and not p.is_own_baseline:
        discouraged = p.unemployment_rate[:-1] - p.baseline.unemployment_rate[:-1]
        factor = 1.0 - p.parameter("participation.discouraged_worker") * discouraged * ("participation" not in p.held)
        yield "participation", apart(p.participation_rate[1:], p.baseline.participation_rate[1:] * factor[:, :, None, None, :])
    yield from benefits(p)


def benefits(p):
    """Benefits by status, at rates that the baseline's years give; the remainder by heads."""
    level = (p.base_wage * p.base_employment).sum(1)
    wage = (level * p.wage_index).sum((1, 2)) / level.sum()

    def by_status(path):
        unemployed = (path.labour_force - path.employed_residents).sum(2)
        outside = path.of_ages(15, 64)[0] - path.of_ages(0, 64)[1] - path.added.sum(2)
        return unemployed, outside, path.of_ages(65, 99)[0]

    everybody = p.population.sum((2, 3, 4))
    per_head = p.other_transfers / (wage[:, None] * everybody)
    yield "remainder of income a head and wage", apart(per_head, per_head[0])
    if p.is_own_baseline:
        regions = p.labour_force.shape[1]
        unemployed, outside, old = by_status(p)
        equations = np.concatenate([np.stack([unemployed, outside], 2), old[:, :, None] * np.eye(regions)], 2)
        paid = p.social_benefits / wage[:, None]
        scale = np.abs(equations).max((0, 1))
        rates = np.linalg.lstsq((equations / scale).reshape(-1, regions + 2), paid.ravel(), rcond=None)[0] / scale
        p.benefit_rates = rates
    else:
        people_of_baseline = p.baseline
        for _ in people(people_of_baseline):
            pass
        rates = people_of_baseline.benefit_rates
    unemployed, outside, old = by_status(p)
    yield "benefits by status", apart(p.social_benefits, wage[:, None] * (rates[0] * unemployed + rates[1] * outside + rates[2:] * old))


def trend(p):
    """What makes growth balanced, and whose educations employers ask for."""
    growth = np.diff(np.log(p.labour_efficiency))
    yield "labour efficiency grows evenly", np.abs(growth - growth[0])
    weight = over((p.base_wage * p.base_employment).sum((0, 1)), p.base_employment.sum((0, 1)))
    force = p.baseline.labour_force
    gamma = p.labour_efficiency * (force @ weight).sum(1) / (force[0] @ weight).sum()
    yield "inventories grow with the trend", apart(p.other_final_use, gamma[:, None, None] * p.other_final_use[0])
    if "world.demand" not in p.channels:
        demand = np.log(p.world_demand) - np.log(gamma)[:, None]
        yield "world demand grows with the trend", np.abs(demand - demand[1] * np.arange(len(demand))[:, None])
    if not p.is_own_baseline:
        return
    public = p.public_consumption.sum((1, 2))
    yield "public consumption grows with the trend", apart(public, gamma * public[0])
    seen = np.einsum("qre,tre->tqe", p.base_commuting_share, force)
    shifted = p.education_wage_share[0] * (over(seen, seen[0])[:, :, None, :] ** p.parameter("production.skill_demand"))
    yield "education demand follows supply", apart(p.education_wage_share, over(shifted, shifted.sum(3, keepdims=True)))


def technology(p):
    """Regional drift of the baseline, and how practices spread: by themselves, or faster where levers help."""
    practices = p.labels("practice")
    if "adoption" not in p.held:
        b, q, ceiling = (np.array([p.parameter(f"adoption.{k}.{what}") for k in practices]) for what in ("b", "q", "ceiling"))
        spread = p.adoption[:-1] + (b + q * p.adoption[:-1]) * np.maximum(ceiling - p.adoption[:-1], 0.0)
        helped = np.array([f"adoption.{k}" in p.channels for k in practices])
        miss = apart(p.adoption[1:], spread)
        yield "practices spread", miss[..., ~helped]
        yield "levers never slow a practice", np.maximum(spread - p.adoption[1:], 0.0)[..., helped]
        yield "nobody adopts beyond the ceiling", np.where(p.adoption[1:] > spread * (1.0 + 1e-12), np.maximum(p.adoption[1:] - ceiling, 0.0), 0.0)
    yield "adoption never falls", (np.diff(p.adoption, axis=0) < 0.0).astype(float)
    if not p.is_own_baseline:
        return
    level = np.log(p.technology)
    yield "drift is alike in all industries", np.abs(level - level[:, :, :1])
    drift = level[1, :, 0]
    years = np.arange(len(level))
    halved = 2.0 ** (-1.0 / p.parameter("technology.drift_half_life"))
    yield "drift halves", np.abs(level[:, :, 0] - drift * ((1.0 - halved**years) / (1.0 - halved))[:, None])
    cap = p.parameter("technology.drift_cap")
    yield "drift is bounded", np.maximum(np.abs(drift) - cap, 0.0)


def from_the_baseline(p):
    """What the scenario shares with its baseline, and what is held there."""
    bill = p.base_wage * p.base_employment
    yield "base-year shares of education", apart(np.asarray(p.h5["assumptions/education_wage_share"]), over(bill, bill.sum(2, keepdims=True)))
    yield "labour's share of value added", apart(p.labour_share, over(bill.sum(2), p.base_value_added))
    if p.is_own_baseline:
        for name in ("export_shifter", "variety_index", "commuting_access", "trade_access", "resource_efficiency"):
            yield "nothing is shifted in a baseline", np.abs(getattr(p, name) - 1.0)
        for name in ("wage_subsidy_rate", "subsidy_windfall", "policy_demand", "policy_investment"):
            yield "no policy in a baseline", np.abs(getattr(p, name))
        yield "no policy among people of a baseline", np.abs(p.skills_account[..., p.labels("flow").index("policy")])
        return
    b = p.baseline
    moved_by = {"world_demand": {"world.demand"}, "structural_unemployment_rate": {"matching.efficiency"},
                "education_wage_share": {"firms.first_academic", "adoption.automation"},
                "employment_at_base_prices": {"firms.first_academic", "adoption.automation"}}
    for name in ("labour_efficiency", "world_demand", "other_final_use", "education_wage_share", "employment_at_base_prices",
                 "structural_unemployment_rate"):
        if not moved_by.get(name, set()) & p.channels:
            yield "shared with the baseline", apart(getattr(p, name), getattr(b, name))
    if "matching.efficiency" in p.channels:
        yield "better matching never raises structural unemployment", np.maximum(
            p.structural_unemployment_rate - b.structural_unemployment_rate, 0.0)
    blocks = {"capital": "capital", "investment": "investment", "consumption": "private_consumption", "exports": "exports",
              "government": "public_consumption", "labour_force": "labour_force", "technology": "technology",
              "adoption": "adoption"}
    if "labour_force" in p.held and p.has_people:
        yield "held at the baseline", (p.population != b.population).astype(float)
        yield "held at the baseline", (p.participation_rate != b.participation_rate).astype(float)
    for block, name in blocks.items():
        if block in p.held:
            yield "held at the baseline", (getattr(p, name) != getattr(b, name)).astype(float)
    difference, mine, theirs = (p.h5[group] for group in ("difference", "scenario", "baseline"))
    for name, variable in difference.items():
        if "CLASS" not in variable.attrs:
            yield "difference is scenario less baseline", np.abs(variable[()] - (mine[name][()] - theirs[name][()]))


def firms_and_environment(p):
    """The stock of firms and the variety it means; emissions and green turnover."""
    if p.is_own_baseline:
        weight = over((p.base_wage * p.base_employment).sum((0, 1)), p.base_employment.sum((0, 1)))
        workers = (p.labour_force @ weight).sum(1)
        yield "firms grow with the labour force", apart(p.firms, p.firms[0] * (workers / workers[0])[:, None, None])
        intensity = over(p.emissions, p.output)
        yield "emissions a unit of output stay", np.abs(intensity - intensity[0, :1])
    else:
        b = p.baseline
        yield "variety", apart(p.variety_index, np.where(b.firms > 0.0, over(p.firms, b.firms), 1.0) ** p.parameter("firms.variety"))
        if not {"firms.entry", "firms.survival", "firms.scaleup"} & p.channels:
            yield "firms are the baseline's", apart(p.firms, b.firms)
        intensity, before = over(p.emissions, p.output), over(b.emissions, b.output)
        yield "emissions a unit of output never rise", np.maximum(intensity - before * (1.0 + 1e-12), 0.0)
        if "resource.efficiency" not in p.channels:
            yield "emissions a unit of output are the baseline's", apart(intensity, before)
    if "green" in p.labels("practice"):
        green = (p.adoption[..., p.labels("practice").index("green")] * p.output * p.output_price).sum(2)
        yield "green turnover", apart(over(p.green_turnover, p.green_turnover[0]), over(green, green[0]))


EQUATIONS = (wages_and_unit_costs, product_prices, production, people_at_work, accounts_of_people, people, household_accounts,
             public_purse, public_balance, goods, capital, wages, trend, technology, firms_and_environment, from_the_baseline)


def misses(file, groups=("baseline", "scenario")):
    """Largest miss of every equation of the paths; infinite where a variable is missing or not a number."""
    largest = collections.defaultdict(float)
    with h5py.File(file) as h5:
        for group in groups:
            try:
                p = Path(h5, group)
                for equations in EQUATIONS:
                    for name, miss in equations(p):
                        worst = float(np.max(miss, initial=0.0))
                        key = f"{group}: {name}"
                        largest[key] = max(largest[key], worst if worst == worst else np.inf)
            except (AttributeError, ValueError) as problem:
                largest[f"{group}: {problem}"] = np.inf
    return largest


def failures(file, groups=("baseline", "scenario")):
    return {name: miss for name, miss in misses(file, groups).items() if not miss <= TOLERANCE}


# ---------------------------------------------------------------------------------------------------------- the tests
# Settings laid over a scenario, so that every closure and every block that can be held is recomputed.
VARIANTS = [
    [],
    ["closures.wages=fixed_real", "closures.financing=within_budget", "closures.capital=mobile"],
    ["closures.wages=flexible", "closures.financing=none", "closures.hold=[\"government\", \"exports\", \"investment\"]"],
    ["closures.capital=mobile", "closures.hold=[\"wages\", \"consumption\"]"],
    ["closures.hold=[\"capital\", \"labour_force\", \"technology\"]"],
    ["closures.migration=off", "closures.hold=[\"participation\", \"adoption\"]", "parameters.participation.discouraged_worker=0.5"],
    ["closures.hold=[\"migration\"]", "parameters.production.skill_demand=0", "parameters.technology.drift_half_life=3"],
    ["parameters.production.sigma_value_added=1.0", "parameters.trade.sigma_imports=1.0"],
]
# Variables of the scenario whose disturbance by one part in 100,000 must be found; small parts of a larger sum: in 1,000.
DISTURBED = """labour_efficiency technology capital output output_price value_added value_added_price intermediate_price
labour_cost_index rental_rate composite_price domestic_price employment employment_by_education wage_bill operating_surplus
labour_productivity intermediate_use private_consumption consumption_purchased public_consumption other_final_use investment
policy_demand total_use exports imports labour_income property_income social_benefits other_transfers income_tax financing
disposable_income real_disposable_income consumer_price_index gdp real_gdp net_lending public_balance wage_index labour_force employed_residents
unemployment_rate structural_unemployment_rate national_unemployment_rate commuting_share education_wage_share
employment_at_base_prices world_demand population participation_rate births deaths net_internal_migration net_foreign_migration
skills_account labour_force_account adoption firms emissions green_turnover""".split()
SMALL = ["policy_demand", "other_transfers"]


# Levers none of which moves what the file gives without its equation (firms, adoption, structural unemployment ...).
PLAIN = """[scenario]
name = "Six plain levers"
about = "What is disturbed afterwards."
baseline = "baseline.toml"
years = [2018, 2040]
""" + "".join(f"""
[[lever]]
id = "{lever}"
regions = "all"
dose = 10
from = 2020
to = 2023
""" for lever in ("business-advice", "knowledge-service-purchases", "people-into-labour-force", "unskilled-to-vocational",
                  "graduates-stay", "foreign-specialists"))


def run(program, scenarios, folder, settings, *options):
    """Results of scenarios, in their order."""
    words = [word for setting in settings for word in ("--set", setting)]
    done = subprocess.run([program, "run", *scenarios, "--quiet", "--threads", "2", "--output", folder, *words, *options],
                          capture_output=True, text=True)
    assert done.returncode == 0, f"{settings}: {done.stderr}"
    return [folder / (scenario.stem + ".h5") for scenario in scenarios]


def report(largest):
    for name, miss in sorted(largest.items(), key=lambda item: -item[1]):
        print(f"{miss:9.2e}  {name}{'' if miss <= TOLERANCE else '   <-- above ' + str(TOLERANCE)}")


def disturb(file, name, part, year=5):
    """Makes one cell of the scenario wrong, the middle one of those that are not zero in a year."""
    with h5py.File(file, "r+") as h5:
        values = h5["scenario"][name][()]
        cells = np.argwhere(values[year])
        place = (year, *cells[len(cells) // 2])
        values[place] *= 1.0 + part
        h5["scenario"][name][...] = values


def finds_faults(good, folder):
    """Every kind of fault must be seen, else the check is worth nothing."""
    copy = folder / "disturbed.h5"
    for name in DISTURBED:
        shutil.copy(good, copy)
        disturb(copy, name, 1e-3 if name in SMALL else 1e-5)
        found = [fault for fault in failures(copy, ["scenario"]) if "difference is scenario less baseline" not in fault]
        assert found, f"a disturbed {name} was not found"
    shutil.copy(good, copy)
    with h5py.File(copy, "r+") as h5:
        del h5["scenario/rental_rate"]
    assert any("rental_rate is not in the file" in name for name in failures(copy))
    shutil.copy(good, copy)
    with h5py.File(copy, "r+") as h5:
        h5["baseline/output"][3, 2, 1] = np.nan
    assert any("baseline/output" in name for name in failures(copy))
    shutil.copy(good, copy)
    with h5py.File(copy, "r+") as h5:
        h5["run"].attrs["closure_wages"] = "flexible"
    assert any("unemployment is the baseline's" in name for name in failures(copy))


def main():
    root, program = pathlib.Path(os.environ["DRIVKRAFT_ROOT"]), pathlib.Path(os.environ["DRIVKRAFT_PROGRAM"])
    if not program.exists():
        print(f"skipped: {program} is not built")
        return 77
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shipped = sorted((root / "scenarios").rglob("*.toml"))
        for number, settings in enumerate(VARIANTS):  # the first has no settings
            scenarios = [root / "scenarios/strategy-2020-2023.toml"] if settings else shipped
            for file in run(program, scenarios, folder / str(number), settings):
                largest = misses(file)
                worst = max(largest, key=largest.get)
                print(f"{file.stem} {' '.join(settings)}: {len(largest)} equations, largest miss {largest[worst]:.1e} ({worst})")
                if failures(file):
                    failed += 1
                    report(largest)
        shutil.copy(root / "scenarios/baseline.toml", folder)
        plain = folder / "plain.toml"
        plain.write_text(PLAIN)
        [few_years] = run(program, [plain], folder / "few", ["scenario.years=[2018, 2024]"], "--data", root / "data")
        assert not failures(few_years)
        finds_faults(few_years, folder)
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) > 1:
        for given in sys.argv[1:]:
            print(given)
            report(misses(given))
        sys.exit(1 if any(failures(given) for given in sys.argv[1:]) else 0)
    sys.exit(main())
