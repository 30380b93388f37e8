"""Make the desk's map (Sources/Server/Resources/assets/outlines.json) from Natural Earth 1:110m "admin 0 countries" (public domain), as
Debian's python3-geopandas holds it, and, for states that are too small for that scale, from the gazetteer (GeoNames, CC BY 4.0):

  apt-get install python3-geopandas
  /usr/bin/python3 Scripts/outlines.py

GeoJSON, a feature a line, in the order of the codes: `id` is ISO 3166-1 alpha-3 (Kosovo: XKX) as the dictionary of actors has
it, `properties.name` the name there; outlines to a hundredth of a degree, small states and territories as points. Natural Earth
draws who holds the land, not who has a right to it."""
import json
import os
import re

import geopandas
from shapely.ops import unary_union

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
STATES = os.path.join(ROOT, 'Sources/Actors/Resources/states.facts')
GAZETTEER = os.path.join(ROOT, 'Sources/Particulars/Resources/gazetteer.tsv')
OUT = os.path.join(ROOT, 'Sources/Server/Resources/assets/outlines.json')

# Natural Earth gives these no code of ISO 3166, or one of its own: those that the dictionary has, or the state they are drawn with.
CODES = {'Kosovo': 'XKX', 'Somaliland': 'SOM', 'N. Cyprus': 'CYP'}


def states():
    """Codes of the dictionary with their names, former states left out."""
    with open(STATES, encoding='utf-8') as file:
        heads = [line.rstrip('\n').split(' | ', 1) for line in file if re.match(r'[A-Z]{3} \| ', line)]
    return {code: name for code, name in heads}


def points():
    """Where each state lies: the middle of the country, else its capital."""
    found = {}
    with open(GAZETTEER, encoding='utf-8') as file:
        for line in file:
            _, _, kind, latitude, longitude, code, *_ = line.rstrip('\n').split('\t')
            if kind in ('country', 'capital') and (kind == 'country' or code not in found):
                found[code] = [float(longitude), float(latitude)]
    return found


def rounded(ring):
    """A ring to a hundredth of a degree, without points that fall on the one before."""
    out = []
    for x, y in ring.coords:
        point = [round(x, 2) + 0, round(y, 2) + 0]
        if not out or out[-1] != point:
            out.append(point)
    return out


def polygons(geometry):
    parts = geometry.geoms if geometry.geom_type == 'MultiPolygon' else [geometry]
    return [[rounded(ring) for ring in (part.exterior, *part.interiors)] for part in parts]


def main():
    names = states()
    outlines = {}
    for row in geopandas.read_file(geopandas.datasets.get_path('naturalearth_lowres')).itertuples():
        code = CODES.get(row.name, row.iso_a3)
        if code not in names and code != 'ATA':
            raise SystemExit(f'{row.name} ({code}): no state of the dictionary; add it to CODES')
        outlines.setdefault(code, []).append(row.geometry)
    places = points()
    features = {code: {'type': 'MultiPolygon', 'coordinates': polygons(unary_union(shapes))} for code, shapes in outlines.items()}
    for code in names:
        if code in features:
            continue
        if code not in places:
            print(f'{code} {names[code]}: neither an outline nor a place')
            continue
        features[code] = {'type': 'Point', 'coordinates': places[code]}
    lines = [
        json.dumps({'type': 'Feature', 'id': code, 'properties': {'name': names.get(code, 'Antarctica')}, 'geometry': features[code]},
                   ensure_ascii=False, separators=(',', ':'))
        for code in sorted(features)]
    os.makedirs(os.path.dirname(OUT), exist_ok=True)
    about = 'Outlines: Natural Earth 1:110m (public domain). Points: GeoNames (CC BY 4.0). Made by Scripts/outlines.py'
    with open(OUT, 'w', encoding='utf-8') as file:
        file.write(f'{{"type":"FeatureCollection","about":{json.dumps(about)},"features":[\n' + ',\n'.join(lines) + '\n]}\n')
    print(len(outlines), 'outlines,', len(features) - len(outlines), 'points,', os.path.getsize(OUT), 'bytes')


if __name__ == '__main__':
    main()
