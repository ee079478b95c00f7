import { describe, expect, it } from 'vitest';
import { programmeSeed, seedActivity } from './seed-file.ts';

const { activities } = programmeSeed;
const codesWhere = (isMeant: (activity: (typeof activities)[number]) => boolean) =>
  activities.filter(isMeant).map(({ code }) => code);

const range = (letter: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

describe('the seed programme: its frame', () => {
  it('is the Joint Work Programme of 2012 to 2014 in US dollars', () => {
    expect(programmeSeed.baseCurrency).toBe('USD');
    expect(programmeSeed.programmes).toEqual([
      {
        code: 'JWP-2012-2014',
        title: 'CMS–CITES Joint Work Programme 2012–2014',
        startYear: 2012,
        endYear: 2014,
      },
    ]);
  });

  it('has the four main themes with the titles that the text lists', () => {
    expect(programmeSeed.themes.map(({ code, title }) => `${code} ${title}`)).toEqual([
      'A Harmonization',
      'B Joint activities for shared species',
      'C Administration and fund-raising',
      'D Outreach and capacity building',
    ]);
  });

  it('has all 31 activities in the order of the text', () => {
    expect(activities.map(({ code }) => code)).toEqual([
      ...range('A', 5),
      ...range('B', 19),
      ...range('C', 3),
      ...range('D', 4),
    ]);
  });

  it('puts every activity under the theme that its code begins with', () => {
    expect(codesWhere(({ code, theme }) => code[0] !== theme)).toEqual([]);
  });

  it('keeps the one code that the text prints in another way', () => {
    expect(codesWhere(({ printedCode }) => printedCode !== undefined)).toEqual(['B8']);
    expect(seedActivity('B8').printedCode).toBe('B.8');
  });
});

describe('the seed programme: section headings', () => {
  it.each([
    ['Concordance List of Species and Common Database', ['A1', 'A2']],
    ['Harmonize Nomenclature and Taxonomy', ['A3', 'A4', 'A5']],
    ['African elephant', ['B1', 'B2', 'B3', 'B4', 'B5']],
    ['Sharks', ['B6', 'B7', 'B8', 'B9']],
    ['Saiga antelope', ['B10', 'B11', 'B12']],
    ['Marine turtles', ['B13']],
    ['Snow leopard', ['B14', 'B15']],
    ['Gorillas', ['B16', 'B17']],
    ['Other species', ['B18', 'B19']],
    ['Secretariat coordination meetings', ['C1']],
    ['Exchange information', ['C2']],
    ['Fundraising', ['C3']],
  ])('"%s" stands above %j', (heading, codes) => {
    expect(codesWhere(({ section }) => section === heading)).toEqual(codes);
  });

  it('has none in theme D', () => {
    expect(codesWhere(({ section }) => section === undefined)).toEqual(['D1', 'D2', 'D3', 'D4']);
  });
});

describe('the seed programme: funding', () => {
  it('marks exactly the five activities that are subject to external funding', () => {
    expect(codesWhere(({ funding }) => funding === 'external')).toEqual(['B5', 'B8', 'B10', 'B13']);
    expect(codesWhere(({ funding }) => funding === 'partial')).toEqual(['B1']);
    expect(activities.filter(({ funding }) => funding === 'core')).toHaveLength(26);
  });

  it('says of those five and of no other that they seek funding', () => {
    expect(codesWhere(({ status }) => status === 'seeking-funding')).toEqual([
      'B1',
      'B5',
      'B8',
      'B10',
      'B13',
    ]);
  });

  it('gives B1 four items, of which only the last is externally funded', () => {
    expect(seedActivity('B1').items?.map(({ code, funding }) => `${code} ${funding}`)).toEqual([
      'a core',
      'b core',
      'c core',
      'd external',
    ]);
  });
});

describe('the seed programme: who does it', () => {
  it('gives the lead to one secretariat only where the text does', () => {
    expect(codesWhere(({ lead }) => lead === 'CITES')).toEqual(['B6', 'B7', 'B11', 'B12']);
    expect(codesWhere(({ lead }) => lead === 'CMS')).toEqual(['B17']);
    expect(activities.filter(({ lead }) => lead === 'joint')).toHaveLength(26);
  });

  it.each([
    ['UNEP-WCMC', ['A2']],
    ['MIKE', ['B1', 'B2', 'B5', 'B11']],
    ['FAO', ['B8', 'B13']],
    ['RFMOs', ['B13']],
    ['IUCN Cat Specialist Group', ['B14']],
    ['NABU (Naturschutzbund Deutschland e.V.)', ['B15']],
    ['ICCWC', ['B16']],
    ['INTERPOL', ['B16', 'B17']],
    ['World Bank', ['B16']],
    ['World Customs Organization', ['B16']],
  ])('names %s as a partner of %j', (partner, codes) => {
    expect(codesWhere(({ partners }) => partners.includes(partner))).toEqual(codes);
  });
});

describe('the seed programme: lists within an activity', () => {
  it.each([
    ['B1', 4],
    ['C2', 6],
    ['D2', 4],
    ['D4', 12],
  ])('%s has the %i items of its list', (code, count) => {
    expect(seedActivity(code).items).toHaveLength(count);
  });

  it('has no items elsewhere', () => {
    expect(codesWhere(({ items }) => items !== undefined)).toEqual(['B1', 'C2', 'D2', 'D4']);
  });

  it('keeps the dates and numbers of the calendar in D4', () => {
    const entries = seedActivity('D4').items?.map(({ title }) => title) ?? [];
    const expected = [
      /^March 2012: CITES Animals Committee.*26th/,
      /^May 2012: .*\(SBSTTA\), 16th/,
      /^June 2012: .*UNCSD, Rio\+20/,
      /^June 2012: Ramsar.* 11th/,
      /^July 2012: CITES Standing Committee, 62nd/,
      /^September 2012: IUCN World Conservation Congress.* 6th/,
      /^October 2012: 2020 Aichi Biodiversity Targets Task Force, 1st/,
      /^Late 2012: CMS Standing Committee, 40th/,
      /^March 2013: CITES Conference of the Parties, 16th/,
      /^April 2014: CITES Animals Committee, 27th/,
      /^July 2014: CITES Standing Committee, 65th/,
      /^During 2014: .*first World Congress on Species/,
    ];
    expect(entries).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(entries[index]).toMatch(pattern);
  });
});
