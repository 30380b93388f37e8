#!/usr/bin/env python3
"""What happenings are worth on stories that their weights were not fitted on: happenings_held_out.py, arguments as happenings.py.

Articles that share a happening are one story. The weights are fitted anew without the articles of each story, and its articles
are grouped with them as Sources/Archive does it (ActGrouping, Linkage, the mention that is an article's report); the last line
adds the stories up. Before them stands how well acts are told apart within an article, in five parts of all annotated articles,
each by weights fitted on the others: pairs of events of a category whose records have one `link`.
"""
import itertools
import sys

from happenings import Stories, features, fit, told_of_one_day

WITHIN, ACROSS, MISSING, WEAKEST, LIMIT, REACH = -1.4, -0.4, -2, -1, 3, 200
LEAST_STORY, WINDOW, KEYWORDS, SHARED = 0.2, 14, 10, 2


def clipped(score):
    return max(-LIMIT, min(LIMIT, score))


def linkage(count, scores, threshold, groups=None):
    """Linkage.swift, without its heap."""
    members = {i: [i] for i in range(count)}
    kinds = {i: {groups[i]} if groups else set() for i in range(count)}
    sums = {i: {} for i in range(count)}
    for (a, b), score in scores.items():
        sums[a][b] = sums[b][a] = score - MISSING
    while True:
        best = min(((-(value / len(members[a]) / len(members[b]) + MISSING), a, b) for a in members
                    for b, value in sums[a].items() if a < b and not kinds[a] & kinds[b]), default=None)
        if best is None or -best[0] <= threshold:
            return sorted(sorted(own) for own in members.values())
        _, a, b = best
        members[a] += members.pop(b)
        kinds[a] |= kinds[b]
        for other, value in sums.pop(b).items():
            del sums[other][b]
            if other != a:
                sums[a][other] = sums[other][a] = sums[a].get(other, 0) + value


class Grouping:
    """Reports of one story, grouped by weights."""

    def __init__(self, stories, within, across):
        self.stories, self.within, self.across = stories, within, across

    def likeness(self, a, b):
        return clipped(features(a, b, *self.stories.between(a['article'], b['article'])) @ self.across)

    def acts(self, events):
        """For each event the first that tells the same act."""
        acts = {}
        for category in sorted({e['event'] for e in events}):
            own = [e for e in events if e['event'] == category]
            scores = {(i, j): clipped(features(own[i], own[j]) @ self.within)
                      for i in range(len(own)) for j in range(i + 1, min(len(own), i + REACH))}
            for act in linkage(len(own), scores, WITHIN):
                acts |= {own[i]['number']: own[act[0]]['number'] for i in act}
        return acts

    def links(self, first, second, acts):
        story, apart = self.stories.between(first, second)
        keywords = [{word for word, _ in sorted(self.stories.sketches[a][1].items(), key=lambda x: (-x[1], x[0]))[:KEYWORDS]}
                    for a in (first, second)]
        if story < LEAST_STORY or len(keywords[0] & keywords[1]) < SHARED:
            return {}
        best = {}
        for a, b in itertools.product(self.stories.events[first], self.stories.events[second]):
            if a['event'] == b['event'] and ((apart or 0) <= WINDOW or told_of_one_day(a, b)):
                pair = acts[a['number']], acts[b['number']]
                best[pair] = max(best.get(pair, -LIMIT), self.likeness(a, b))
        return {pair: score for pair, score in best.items() if score > WEAKEST}

    def happenings(self, articles):
        """The reports of each happening: of each article one."""
        acts, mentions, links = {}, {}, {}
        for article in articles:
            acts |= self.acts(self.stories.events[article])
            for event in self.stories.events[article]:
                mentions.setdefault(acts[event['number']], []).append(event)
        for first, second in itertools.combinations(articles, 2):
            links |= self.links(first, second, acts)
        order = sorted(mentions, key=lambda act: (mentions[act][0]['article'], act))
        place = {act: index for index, act in enumerate(order)}
        scores = {tuple(sorted((place[a], place[b]))): score for (a, b), score in links.items()}
        for cluster in linkage(len(order), scores, ACROSS, [mentions[act][0]['article'] for act in order]):
            yield self.reports([mentions[order[i]] for i in cluster])

    def reports(self, sides):
        if len(sides) == 1:
            return [sides[0][0]]
        return [max(own, key=lambda e: sum(max(self.likeness(e, o) for o in side) for side in sides if side is not own))
                for own in sides]


def split(stories):
    """Articles that share a happening, directly or by others."""
    parts = []
    for cluster in stories.clusters:
        joined = {article for article, _ in cluster if article in stories.events}
        parts = [p for p in parts if not p & joined] + [joined.union(*(p for p in parts if p & joined))]
    return sorted(sorted(p) for p in parts if p)


def within(stories, parts=5):
    """Pairs of events of one article that tell one act: right, of the system, of gold."""
    counts = [0] * 3
    names = sorted(stories.events)
    for part in range(parts):
        grouping = Grouping(stories, *fit(*stories.examples([a for i, a in enumerate(names) if i % parts != part])))
        for article in names[part::parts]:
            acts = grouping.acts(stories.events[article])
            for a, b in itertools.combinations([e for e in stories.events[article] if e['gold']], 2):
                if a['event'] == b['event']:
                    mine, gold = acts[a['number']] == acts[b['number']], a['gold'] == b['gold']
                    counts = [counts[0] + (mine and gold), counts[1] + mine, counts[2] + gold]
    return counts


def main():
    stories = Stories(*sys.argv[1:])
    pairs, show = stories.scorer.pairs, stories.scorer.show
    sums = [0] * 4
    show('within', *within(stories))
    for articles in split(stories):
        grouping = Grouping(stories, *fit(*stories.examples(sorted(stories.events.keys() - set(articles)))))
        clusters = [{report['gold'] for report in reports if report['gold']} for reports in grouping.happenings(articles)]
        found = set().union(*clusters)
        mine = pairs(clusters)
        gold = {pair for pair in stories.told if all(article in articles for article, _ in pair)}
        reached = {pair for pair in gold if pair <= found}
        counts = len(mine & gold), len(mine), len(reached), len(gold)
        sums = [a + b for a, b in zip(sums, counts)]
        print(', '.join(articles))
        show('found', *counts[:3])
        show('all', counts[0], counts[1], counts[3])
    print('together')
    show('found', *sums[:3])
    show('all', sums[0], sums[1], sums[3])


if __name__ == '__main__':
    main()
