"""NIST's certified values against exact rational arithmetic: `python3 exact.py` in this folder.

Solves the normal equations of every linear set with fractions and takes means and standard deviations of the univariate ones
in the same way; square roots have 60 decimals. Prints in how many digits the certified values agree, 15 being all they give.
"""
import csv
import json
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 80
DEGREES = {"filip": 10, "pontius": 2, "wampler1": 5, "wampler2": 5, "wampler3": 5, "wampler4": 5, "wampler5": 5}


def decimal(value):
    return Decimal(value.numerator) / Decimal(value.denominator)


def digits(exact, certified):
    certified = Decimal(certified)
    error = abs(exact - certified)
    if certified != 0:
        error /= abs(certified)
    return 15.0 if error < Decimal("1e-15") else float(-error.log10())


def solve(rows, outcome):
    """Coefficients and the inverse of X'X, exactly."""
    k = len(rows[0])
    table = [
        [sum(row[i] * row[j] for row in rows) for j in range(k)]
        + [sum(row[i] * y for row, y in zip(rows, outcome))]
        + [Fraction(int(i == j)) for j in range(k)]
        for i in range(k)
    ]
    for i in range(k):
        pivot = next(r for r in range(i, k) if table[r][i] != 0)
        table[i], table[pivot] = table[pivot], table[i]
        table[i] = [value / table[i][i] for value in table[i]]
        for r in range(k):
            if r != i and table[r][i] != 0:
                table[r] = [a - table[r][i] * b for a, b in zip(table[r], table[i])]
    return [line[k] for line in table], [line[k + 1:] for line in table]


def regression(name, rows, outcome, certified):
    b, inverse = solve(rows, outcome)
    df = len(rows) - len(b)
    sse = sum((y - sum(c * x for c, x in zip(b, row))) ** 2 for row, y in zip(rows, outcome))
    se = [decimal(sse / df * inverse[j][j]).sqrt() for j in range(len(b))]
    found = [digits(decimal(value), of) for value, (of, _) in zip(b, certified)]
    spread = [digits(value, of) for value, (_, of) in zip(se, certified)]
    print(f"{name}: coefficients {min(found):.1f}, standard errors {min(spread):.1f}")


def read(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


certified = read("certified.csv")
for name, degree in DEGREES.items():
    data = read(f"{name}.csv")
    rows = [[Fraction(line["x"]) ** power for power in range(degree + 1)] for line in data]
    of = [(line["b"], line["se"]) for line in certified if line["set"] == name]
    regression(name, rows, [Fraction(line["y"]) for line in data], of)
for name in ("norris", "longley"):
    data = read(f"../nist_{name}/data.csv")
    predictors = sorted(column for column in data[0] if column.startswith("x"))
    rows = [[Fraction(1)] + [Fraction(line[column]) for column in predictors] for line in data]
    table = json.load(open(f"../nist_{name}/certified.json"), parse_float=str)["coefficients"]
    of = [(table[term]["B"], table[term]["SE"]) for term in ["(Intercept)"] + predictors]
    regression(name, rows, [Fraction(line["y"]) for line in data], of)
for line in read("noint.csv"):
    low, high = (int(end) for end in line["x"].split("–"))
    x = range(low, high + 1)
    y = [Fraction(value) for value in line["y"].split(" ")]
    regression(line["set"], [[Fraction(value)] for value in x], y, [(line["b"], line["se"])])
for line in read("univariate.csv"):
    values = [Fraction(row["y"]) for row in read(f"{line['set']}.csv")]
    mean = sum(values) / len(values)
    sd = decimal(sum((value - mean) ** 2 for value in values) / (len(values) - 1)).sqrt()
    print(f"{line['set']}: mean {digits(decimal(mean), line['mean']):.1f}, standard deviation {digits(sd, line['sd']):.1f}")
