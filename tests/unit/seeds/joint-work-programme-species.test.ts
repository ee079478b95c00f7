import { describe, expect, it } from 'vitest';
import { programmeSeed, seedActivity } from './seed-file.ts';

const sharesOf = (code: string) => seedActivity(code).species.map(({ code, share }) => `${code} ${share}`);
const millionths = (share: string) => Math.round(Number(share) * 1_000_000);

describe('the seed programme: species programmes', () => {
  it.each([
    ['african-elephant', 'priority', ['Loxodonta africana']],
    ['sharks', 'priority', ['Rhincodon typus', 'Carcharodon carcharias', 'Cetorhinus maximus']],
    ['saiga-antelope', 'priority', ['Saiga spp.']],
    ['marine-turtles', 'priority', ['Cheloniidae', 'Dermochelyidae']],
    ['snow-leopard', 'priority', ['Uncia uncia']],
    ['sturgeons', 'priority', ['Acipenseriformes']],
    ['gorillas', 'priority', ['Gorilla spp.']],
    ['dugong', 'priority', ['Dugong dugon']],
    ['south-american-fur-seal', 'other', ['Arctocephalus australis']],
    ['argali', 'candidate', ['Ovis ammon']],
    ['saker-falcon', 'candidate', ['Falco cherrug']],
  ])('%s is a %s one for %j', (code, status, names) => {
    const species = programmeSeed.speciesProgrammes.find((candidate) => candidate.code === code);
    expect(species?.status).toBe(status);
    expect(species?.taxa.map(({ scientificName }) => scientificName)).toEqual(names);
  });

  it('has these eleven and no other', () => {
    expect(programmeSeed.speciesProgrammes).toHaveLength(11);
  });
});

describe('the seed programme: species of an activity', () => {
  it.each([
    ['african-elephant', ['B1', 'B2', 'B3', 'B4', 'B5']],
    ['sharks', ['B6', 'B7', 'B8']],
    ['saiga-antelope', ['B10', 'B11', 'B12']],
    ['marine-turtles', ['B13']],
    ['snow-leopard', ['B14', 'B15']],
    ['gorillas', ['B16', 'B17']],
  ])('%s alone has %j', (species, codes) => {
    const own = programmeSeed.activities.filter(({ code }) => sharesOf(code).join() === `${species} 1`);
    expect(own.map(({ code }) => code)).toEqual(codes);
  });

  it('lets sharks and marine turtles share B9', () => {
    expect(sharesOf('B9')).toEqual(['marine-turtles 0.5', 'sharks 0.5']);
  });

  it('lets three species share B18', () => {
    expect(sharesOf('B18')).toEqual([
      'sturgeons 0.333333',
      'south-american-fur-seal 0.333333',
      'dugong 0.333334',
    ]);
  });

  it('leaves the themes A, C and D and the listing criteria (B19) cross-cutting', () => {
    const crossCutting = programmeSeed.activities.filter(({ species }) => species.length === 0);
    expect(crossCutting.map(({ code }) => code)).toEqual([
      ...['A1', 'A2', 'A3', 'A4', 'A5', 'B19'],
      ...['C1', 'C2', 'C3', 'D1', 'D2', 'D3', 'D4'],
    ]);
  });

  it('has shares that add up to exactly 1', () => {
    for (const { code, species } of programmeSeed.activities) {
      if (species.length === 0) continue;
      const sum = species.reduce((whole, { share }) => whole + millionths(share), 0);
      expect(sum, code).toBe(1_000_000);
    }
  });

  it('gives high priority to what serves priority species alone, and to nothing else', () => {
    const statuses = new Map(programmeSeed.speciesProgrammes.map(({ code, status }) => [code, status]));
    for (const { code, species, priority } of programmeSeed.activities) {
      const isMeant = species.length > 0 && species.every((one) => statuses.get(one.code) === 'priority');
      expect(priority, code).toBe(isMeant ? 'high' : null);
    }
  });
});
