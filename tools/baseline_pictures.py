"""The pictures of model/docs/baseline.md: dots are published figures, lines the baseline. The same input gives the same file."""
import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402  (after the choice of its backend)
import numpy as np  # noqa: E402

from baseline_data import BROAD_AGES, NUTS2  # noqa: E402
from baseline_tables import LEVELS  # noqa: E402

plt.rcParams.update({"svg.hashsalt": "drivkraft", "font.size": 8, "font.family": "DejaVu Sans", "axes.spines.top": False,
                     "axes.spines.right": False, "axes.grid": True, "grid.linewidth": 0.3, "lines.linewidth": 1.2,
                     "lines.markersize": 2.5, "axes.prop_cycle": plt.cycler(color=[plt.get_cmap("tab10")(k) for k in range(10)])})
BROAD_GROUPS = {"farming A": ["A"], "manufacturing, utilities B-E": ["B-E"], "construction F": ["F"],
                "trade, transport, hotels G-I": ["G-I"], "information, finance, business J-N": ["J", "K", "L", "M-N"],
                "public, personal O-U": ["O-Q", "R-U"]}
SEEN = range(2008, 2023)


def panels(model, title, unit, draw, file, same=False):
    """One panel a region and one for the nation; `draw` fills it."""
    figure, axes = plt.subplots(2, 4, figsize=(11, 5.6), sharex=True, sharey=same, constrained_layout=True)
    for axis, (name, place) in zip(axes.flat, model.places.items()):
        draw(axis, place)
        axis.set_title(name, fontsize=9)
        if not same and min(min(curve.get_ydata()) for curve in axis.get_lines()) >= 0:
            axis.set_ylim(bottom=0)
        axis.axvline(2018, color="grey", linewidth=0.5, linestyle=":")
    for axis in axes[:, 0]:
        axis.set_ylabel(unit)
    handles, labels = axes[0, 0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="lower center", ncol=min(len(labels), 6), frameon=False,
                  bbox_to_anchor=(0.5, -0.06))
    figure.suptitle(title)
    figure.savefig(file, metadata={"Date": None}, bbox_inches="tight")
    plt.close(figure)


def line(axis, years, values, label, colour, **style):
    axis.plot(years, values, color=f"C{colour}", label=label, **style)


def dots(axis, figure_of, colour, years=SEEN, label=None):
    """Published figures where there are any."""
    seen = [(year, figure_of(year)) for year in years]
    seen = [(year, value) for year, value in seen if value is not None]
    if seen:
        axis.plot(*zip(*seen), "o", color=f"C{colour}", label=label)


def population(model, history):
    def draw(axis, place):
        for colour, broad in enumerate(BROAD_AGES):
            years = [year + 1 for year in model.years]  # 1 January
            line(axis, years, [model.aged(place, broad, year) / 1e3 for year in years], f"{broad} years", colour)
            dots(axis, lambda year: scaled(history.aged(place, broad, year), 1e-3), colour)
    return "People on 1 January; dots: counted", "1000 persons", draw, False


def scaled(value, factor):
    return None if value is None else factor * value


def education(model, history):
    def draw(axis, place):
        for colour, level in enumerate(("short_cycle", "medium_cycle", "long_cycle")):
            line(axis, model.years, [100 * model.share(place, level, year + 1) for year in model.years], f"{LEVELS[level]} cycle", colour)
            dots(axis, lambda year: scaled(history.share(place, level, year), 100.0), colour)
    return "Share of people of 15-69 by highest completed education; dots: counted", "percent", draw, True


def labour_force(model, history):
    def draw(axis, place):
        values = np.array([model.of("labour_force", place, year) for year in model.years]) / 1e3
        for colour, level in enumerate(LEVELS.values()):
            line(axis, model.years, values[:, colour], level, colour)
    return "Labour force by education, baseline (no history by region)", "1000 persons", draw, False


def against_2018(model, history, told, seen, seen_later):
    """Index, 2018 = 100; after 2018 history has the five NUTS 2 regions only."""
    def draw(axis, place):
        line(axis, model.years, [100 * told(place, y) / told(place, 2018) for y in model.years], "baseline", 0)
        dots(axis, lambda y: scaled(seen(place, y), 100 / seen(place, 2018)), 1, range(2009, 2019), "published, seven regions")
        # a pair's figure is drawn for its larger part, which stands first
        area = "DK" if len(place) > 1 else next((k for k, regions in NUTS2.items() if regions[0] == place[0]), None)
        if area:
            axis.plot(range(2018, 2023), [100 * seen_later(area, y) / seen_later(area, 2018) for y in range(2018, 2023)], "x",
                      color="C3", label="published after 2018, five regions", markersize=4)
    return draw


def gdp(model, history):
    draw = against_2018(model, history, lambda p, y: model.total("real_gdp", p, y), history.gdp,
                        lambda a, y: history.nuts2("gdp_constant_2015_prices", a, y))
    return "GDP at constant prices", "2018 = 100", draw, True


def productivity(model, history):
    draw = against_2018(model, history, model.productivity, history.productivity,
                        lambda a, y: history.nuts2("gdp_constant_2015_prices", a, y) / history.nuts2("employment", a, y))
    return "GDP a job at constant prices", "2018 = 100", draw, True


def jobs(model, history):
    def draw(axis, place):
        for colour, (label, groups) in enumerate(BROAD_GROUPS.items()):
            line(axis, model.years, [sum(model.jobs(place, g, y) for g in groups) / 1e3 for y in model.years], label, colour)
            dots(axis, lambda y: sum(history.account("jobs", place, y, g) for g in groups), colour, range(2008, 2019))
    return "Jobs by industry group; dots: published", "1000 jobs", draw, False


def wages(model, history):
    def draw(axis, place):
        for colour, level in enumerate(model.educations):
            line(axis, model.years, [100 * model.real_wage(place, level, year) for year in model.years], LEVELS[level], colour)
    return "Wages over consumer prices by education, baseline (no history by region)", "2018 = 100", draw, True


def moves(model, history):
    def draw(axis, place):
        years = model.years[1:]  # 2018 is data: no move is simulated
        line(axis, years, [model.net_moves(place, y) for y in years], "all moves, baseline", 0)
        line(axis, years, [model.net_moves(place, y, "internal") for y in years], "inside Denmark, baseline", 2, linestyle="--")
        dots(axis, lambda y: history.people("net_migration_and_adjustment", place, y), 0, label="all moves, published")
        axis.axhline(0, color="black", linewidth=0.5)
    return "Net moves, inside Denmark and abroad", "persons a year", draw, False


ALL = (population, education, labour_force, gdp, productivity, jobs, wages, moves)


def draw_all(model, history, folder):
    folder.mkdir(exist_ok=True)
    for picture in ALL:
        title, unit, draw, same = picture(model, history)
        panels(model, title, unit, draw, folder / f"{picture.__name__}.svg", same)
