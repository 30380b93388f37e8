"""Fits the weights by which the ledger of promises tells that an article speaks of a promise (Sources/Analysis/TellingSigns.swift).

    python settling.py CHANCERY FOLDER ARCHIVE [FOLDER ARCHIVE ...]

FOLDER holds a year of invented news with its ledger (ledger.json, see Examples/desk/README.md), ARCHIVE what `chancery ingest` made of it.
An article speaks of a promise where the ledger says that it settles it; which of its sentences does is not written down, so the
likeliest by the weights so far is taken (multiple-instance learning), and the weights are fitted anew, forty times.
"""

import json
import subprocess
import sys

import numpy as np

ROUNDS, STEPS, RATE, DECAY = 40, 60, 1.0, 0.001


def stems(text: str) -> set[str]:
    words = (word.strip(".,;:\"'()").lower() for word in text.split())
    return {word[:-1] if word.endswith("s") and len(word) > 4 else word for word in words if word}


def best(promise: dict, told: dict[tuple, list[dict]]) -> tuple | None:
    """The promise of the program that is the one written down: of those in an article in common the one most like it."""
    articles = set(promise["promised_in"])
    ranked = []
    for key, rows in told.items():
        shared = articles & {made.rsplit("/", 1)[0] for made in key}
        if shared:
            words = stems(promise["what"])
            common = len(words & stems(rows[0]["words"])) / len(words)
            same = rows[0].get("due") == promise["due"]
            if common > 0.1:
                ranked.append((len(shared) / 10 + 2 * common + same, key))
    return max(ranked)[1] if ranked else None


def bags(chancery: str, folder: str, archive: str) -> list[tuple[bool, list[dict]]]:
    """For each promise found and each article that may speak of it: whether it does, and its sentences' signs."""
    with open(folder + "/ledger.json") as file:
        ledger = json.load(file)
    told: dict[str, dict[tuple, list[dict]]] = {}
    found = []
    for promise in ledger["promises"]:
        actor = promise["by"] if isinstance(promise["by"], str) else promise["by"][0]
        if actor not in told:
            lines = subprocess.run(
                [chancery, "tellings", actor, "--archive", archive], capture_output=True, text=True, check=True
            ).stdout.splitlines()
            told[actor] = {}
            for row in map(json.loads, lines):
                told[actor].setdefault(tuple(row["promisedIn"]), []).append(row)
        key = best(promise, told[actor])
        articles: dict[str, list[dict]] = {}
        for row in told[actor][key] if key else []:
            articles.setdefault(row["article"], []).append(row["signs"])
        for article, signs in articles.items():
            settles = article in promise["settled_in"]
            if settles or article not in promise["promised_in"]:
                found.append((settles, signs))
    return found


def fit(data: list[tuple[bool, list[dict]]], names: list[str]) -> np.ndarray:
    rows = [np.array([[1.0] + [sign[name] for name in names] for sign in signs]) for _, signs in data]
    truth = np.array([float(settles) for settles, _ in data])
    weights = np.zeros(len(names) + 1)
    weights[0], weights[1 + names.index("sentence")], weights[1 + names.index("article")] = -5, 4, 2
    for _ in range(ROUNDS):
        taken = np.array([bag[np.argmax(bag @ weights)] for bag in rows])
        for _ in range(STEPS):
            error = 1 / (1 + np.exp(-taken @ weights)) - truth
            weights -= RATE * (taken.T @ error / len(truth) + DECAY * np.r_[0, weights[1:]])
    return weights


def score(data: list[tuple[bool, list[dict]]], names: list[str], weights: np.ndarray) -> str:
    values = [max(float(weights[0] + weights[1:] @ [sign[name] for name in names]) for sign in signs) for _, signs in data]
    lines = []
    for least in (-2.0, -1.4, -1.0, -0.5, 0.0):
        right = sum(value > least and settles for value, (settles, _) in zip(values, data))
        given = sum(value > least for value in values)
        lines.append(f"from {least:+.1f}: {right} of {given} right, of {sum(settles for settles, _ in data)}")
    return "\n".join(lines)


def main() -> None:
    chancery, *paths = sys.argv[1:]
    sets = [bags(chancery, *pair) for pair in zip(paths[::2], paths[1::2])]
    data = [bag for part in sets for bag in part]
    names = sorted(data[0][1][0])
    for place, part in enumerate(sets):
        others = [bag for other, bag_list in enumerate(sets) if other != place for bag in bag_list]
        if others:
            print(f"{paths[2 * place]}, not learned from:\n" + score(part, names, fit(others, names)))
    weights = fit(data, names)
    print("all, learned from:\n" + score(data, names, weights))
    print(f"bias {weights[0]:.2f}")
    for name, weight in zip(names, weights[1:]):
        print(f"{name} {weight:.2f}")


if __name__ == "__main__":
    main()
