/** British ways of saying when, each with its days checked by hand on a calendar, and what they say of the matter (CODE-2.3). */
import { describe, expect, it } from 'vitest';
import { findFacts } from '../../rules/facts.ts';
import { readText } from '../../rules/read.ts';

/** A Tuesday. The Monday before it is the 23rd, the last Tuesday the 17th. */
const TODAY = '2026-11-24';
const factsOf = (text: string, today = TODAY) =>
  findFacts(
    readText(text, { is_call: false, sender_name: null, subject: null, spellings: new Map() }),
    new Date(`${today}T10:00:00Z`),
    12,
  );

describe('the days that are meant', () => {
  it.each([
    // Feasts and seasons. Christmas runs from 20 December to 3 January, Easter from 22 March to 27 April.
    ['It broke last Christmas.', '2025-12-20', '2026-01-03'],
    ['It broke last Christmas but one.', '2024-12-20', '2025-01-03'],
    ['It broke last but one Christmas.', '2024-12-20', '2025-01-03'],
    ['It broke the Christmas before last.', '2024-12-20', '2025-01-03'],
    ['It broke Christmas before last.', '2024-12-20', '2025-01-03'],
    ['It broke two Christmases ago.', '2023-12-20', '2025-01-03'],
    ['It broke a couple of summers back.', '2024-06-01', '2025-08-31'],
    ['It broke the summer before last.', '2025-06-01', '2025-08-31'],
    ['It broke two summers ago.', '2024-06-01', '2025-08-31'],
    ['It broke in the summer.', '2026-06-01', '2026-08-31'],
    ['It broke over the winter of 2023.', '2023-12-01', '2024-02-29'],
    ['It broke in late summer 2024.', '2024-08-01', '2024-08-31'],
    ['It broke on Boxing Day.', '2025-12-26', '2025-12-26'],
    ["It broke on New Year's Eve.", '2025-12-31', '2025-12-31'],
    ['It broke in the New Year.', '2025-12-31', '2026-01-31'],
    // The last Mondays of August: 31 August 2026, 25 August 2025, 26 August 2024.
    ['It broke over the August bank holiday.', '2026-08-29', '2026-08-31'],
    ['It broke over August bank holiday last year.', '2025-08-23', '2025-08-25'],
    ['It broke on August bank holiday 2024.', '2024-08-24', '2024-08-26'],
    ['It broke over the May bank holiday.', '2026-05-01', '2026-05-31'],
    ['It broke at Whitsun.', '2026-05-20', '2026-06-07'],
    ['It broke on bonfire night.', '2026-11-03', '2026-11-08'],
    ['It broke on bonfire night last year.', '2025-11-03', '2025-11-08'],
    ['It broke at half term.', '2026-10-17', '2026-11-03'],
    ['It broke in February half term.', '2026-02-09', '2026-02-26'],
    ['It broke at Easter two years ago.', '2024-03-22', '2024-04-27'],
    // Living memory.
    ['It broke before covid.', null, '2020-03-22'],
    ['It broke before the lockdown.', null, '2020-03-22'],
    ['It broke during the first lockdown.', '2020-03-23', '2020-07-04'],
    ['It broke in the second lockdown.', '2020-11-05', '2020-12-02'],
    ['It broke in the third lockdown.', '2021-01-06', '2021-03-29'],
    ['It broke during the pandemic.', '2020-03-23', '2021-07-18'],
    ['It broke the year the Queen died.', '2022-01-01', '2022-12-31'],
    ['It broke when the Queen died.', '2022-09-08', '2022-09-08'],
    ['It broke over the coronation.', '2023-05-06', '2023-05-08'],
    // Years in words and short.
    ['It broke in twenty twenty-one.', '2021-01-01', '2021-12-31'],
    ['It broke in March twenty twenty four.', '2024-03-01', '2024-03-31'],
    ['It broke on 3 March twenty twenty four.', '2024-03-03', '2024-03-03'],
    ['It broke in two thousand and nineteen.', '2019-01-01', '2019-12-31'],
    ['It broke in nineteen ninety-eight.', '1998-01-01', '1998-12-31'],
    ["It broke back in '19.", '2019-01-01', '2019-12-31'],
    ['It broke in ’22.', '2022-01-01', '2022-12-31'],
    ["It broke in March '23.", '2023-03-01', '2023-03-31'],
    ['It broke on 14th Feb 25.', '2025-02-14', '2025-02-14'],
    ["It broke on 14 Feb '25.", '2025-02-14', '2025-02-14'],
    ['It broke about the time the pandemic hit.', '2020-03-23', '2021-07-18'],
    ['It broke in the year 2022.', '2022-01-01', '2022-12-31'],
    // Parts: a third each at the ends, the half in the middle.
    ['It broke at the back end of 2023.', '2023-09-01', '2023-12-31'],
    ['It broke in early 2024.', '2024-01-01', '2024-05-01'],
    ['It broke in the first half of 2024.', '2024-01-01', '2024-07-01'],
    ['It broke at the end of March 2025.', '2025-03-21', '2025-03-31'],
    ['It broke towards the end of last year.', '2025-09-01', '2025-12-31'],
    // Counted back from a month, a feast or a weekday.
    ['It broke a year last March.', '2025-03-01', '2025-03-31'],
    ['It broke two years last March.', '2024-03-01', '2024-03-31'],
    ['It broke a year ago last Easter.', '2025-03-22', '2025-04-27'],
    ['It broke two years ago in March.', '2024-03-01', '2024-03-31'],
    ['It broke in March two years ago.', '2024-03-01', '2024-03-31'],
    ['It broke in March last year.', '2025-03-01', '2025-03-31'],
    ['It broke in March the year before last.', '2024-03-01', '2024-03-31'],
    ['It broke last March but one.', '2025-03-01', '2025-03-31'],
    ['It broke a week last Tuesday.', '2026-11-10', '2026-11-10'],
    ['It broke a fortnight last Friday.', '2026-11-06', '2026-11-06'],
    ['It broke the Friday before last.', '2026-11-13', '2026-11-13'],
    ['It broke last Tuesday.', '2026-11-17', '2026-11-17'],
    ['It broke Friday just gone.', '2026-11-20', '2026-11-20'],
    ['It broke on Monday 17 August.', '2026-08-17', '2026-08-17'],
    // Counted in units.
    ['It broke a year ago today.', '2025-11-24', '2025-11-24'],
    ['It broke exactly 13 months ago.', '2025-10-24', '2025-10-24'],
    ['It broke two years ago to the day.', '2024-11-24', '2024-11-24'],
    ['It broke this day last year.', '2025-11-24', '2025-11-24'],
    ['It broke the week before last.', '2026-11-04', '2026-11-16'],
    ['It broke the month before last.', '2026-09-01', '2026-09-30'],
    ["It broke donkey's years ago.", null, '2024-11-24'],
    ['It broke years ago.', null, '2024-11-24'],
    // The second lends its year to the first.
    ['You left it so from 2 May till 9 June 2023.', '2023-05-02', '2023-05-02'],
    ['You left it so from 2nd May to 9th June 2023.', '2023-05-02', '2023-05-02'],
    ['You left it so between March and June 2023.', '2023-03-01', '2023-03-31'],
    ['You left it so from November to January 2024.', '2023-11-01', '2023-11-30'],
    ['You left it so 2 May – 9 June 2023.', '2023-05-02', '2023-05-02'],
    ['I told you in March, June and November 2024.', '2024-03-01', '2024-03-31'],
    // Ages: two years old is born between 24 November 2023 and 24 November 2024.
    ['It broke when our youngest was born, she is two.', '2023-11-24', '2024-11-24'],
    ["It broke when our youngest was born. She's two.", '2023-11-24', '2024-11-24'],
    ['It broke before my boy was born, he is 3 now.', null, '2023-11-24'],
  ])('%s', (text, from, to) => {
    const [fact] = factsOf(text).dated;
    expect([fact?.from_on, fact?.to_on]).toEqual([from, to]);
  });

  it('a child of fifteen started school at four or five, ten to twelve years ago', () => {
    const [fact] = factsOf('It broke when my lad started school, he is fifteen now.').dated;
    expect(fact?.from_on?.slice(0, 7)).toBe('2014-11');
    expect(fact?.to_on?.slice(0, 7)).toBe('2016-11');
  });

  it.each([
    ['He is coming Tuesday week.', '2026-12-08'],
    ['He is coming a week on Thursday.', '2026-12-03'],
    ['He is coming a fortnight on Friday.', '2026-12-11'],
    ['The shop is out of them until Friday.', '2026-11-27'],
  ])('what is to come is no fact of the matter: %s', (text, day) =>
    expect(factsOf(text).dated[0]).toMatchObject({ role: 'background', from_on: day, to_on: day }),
  );

  it.each([
    'I have covid.',
    'We live off Coronation Street.',
    'The house is from 1987.',
    'It is like being stuck in 1974.',
    'The clock stuck at 1987.',
    'Something straight out of 1955.',
    'Give me two weeks notice.',
    'The spring of the mattress is broken.',
    'Twenty people were there.',
    'I paid two thousand pounds.',
    'Flat 19 is noisy.',
  ])('no time is told: %s', (text) => expect(factsOf(text).dated).toEqual([]));
});

describe('what they say of the matter', () => {
  it.each([
    ['The leak was mended on 3 February 2025.', 'ended'],
    ['You left it so until March 2023.', 'ended'],
    ['It has been fine since March 2024.', 'ended'],
    ['It is all right now, has been for two years.', 'ended'],
    ['It has not leaked since May 2024.', 'ended'],
    ['We have had no trouble for two years.', 'ended'],
    ['It has not been right since May 2024.', 'still_going_on'],
    ['It has not worked since May 2024.', 'still_going_on'],
    ['It has leaked since our youngest was born, she is two.', 'still_going_on'],
    ['It has leaked since before covid.', 'still_going_on'],
    ['It has leaked ever since the first lockdown.', 'still_going_on'],
    ["It has been like this for donkey's years.", 'still_going_on'],
    ['It is nine weeks since you measured up.', 'still_going_on'],
    ['This has gone on for two years now.', 'still_going_on'],
    ['I have lived here since 1987.', 'background'],
    ['My husband died in 2019.', 'background'],
    ['I retired from the pit in 1992.', 'background'],
    ['She has had no problems today.', 'background'],
    ['I only found out in October 2026.', 'became_known'],
    ['Your man was rude to me in June 2024.', 'happened'],
  ])('%s', (text, role) => expect(factsOf(text).dated[0]?.role).toBe(role));

  it('two years of peace began two years ago', () => {
    const [fact] = factsOf('It is all right now, has been for two years.').dated;
    expect(fact?.from_on?.slice(0, 7)).toBe('2024-11');
    expect((fact?.to_on ?? '') < '2025-11-24').toBe(true);
  });
});

describe('the time limit', () => {
  const isOver = (text: string, today?: string) => factsOf(text, today).conditions.has('dates.ended_over_12_months');
  it.each([
    'The lift was out for a month in 2024. It was repaired in May 2024 and has been fine ever since.',
    'It was all over before covid.',
    'You left us without water from 2 May till 9 June 2023.',
    'Your man was rude to me a year last March.',
    'Your man was rude to me the Christmas before last.',
    'Your man was rude to me back in ’19. I am still upset about it.',
    'Your man was rude to me in June 2024 and never apologised. I never told you.',
    'The flood was in 2023 and it was not mended until March 2024. It is all right now, has been for two years.',
    'It was sorted within a week, back in 2022. I have had no bother since.',
    'The path was unlit in spring 2024, all finished by June 2024. She has been meaning to ring ever since.',
    'In 2024 the roof leaked, and it was repaired eventually in June 2024.',
  ])('is past: %s', (text) => expect(isOver(text)).toBe(true));

  it.each([
    'The ceiling came down in June 2024, and there they are still, the bare laths.',
    'The ceiling came down in June 2024 and has never been put right.',
    'The ceiling came down in June 2024. To this day I look at bare laths.',
    'The ceiling came down in June 2024. Nobody has ever mended it.',
    'The ceiling came down in June 2024. It keeps coming down.',
    'You put the kitchen in three years ago and they never finished it.',
    'The roof was done in 2021 and it’s been leaking ever since.',
    'The cooker was condemned in 2023. She is still without one.',
    'In 2023 you overcharged me. I have never had it back.',
    'In June 2024 your roofer broke my greenhouse. You never paid for it.',
    'In August 2024 he left the socket off the wall. It hangs there yet.',
    'The scaffold went up thirteen months ago. It is still there.',
    'It has leaked since our youngest was born, she is two.',
    'It has been going on for donkey’s years.',
    'I reported it in 2023. Still no heating upstairs.',
    'It is two years since I told you of the leak.',
    'I have lived here since 1987.',
    'Your man was rude to me a year ago today.',
    'Your man was rude to me about a year ago.',
    'Your man was rude to me last Easter.',
  ])('is not past: %s', (text) => expect(isOver(text)).toBe(false));

  it('holds on leap days and month ends', () => {
    expect(isOver('Your man was rude to me on 28 February 2027.', '2028-02-29')).toBe(false);
    expect(isOver('Your man was rude to me on 27 February 2027.', '2028-02-29')).toBe(true);
    expect(isOver('Your man was rude to me on 31 March 2025.', '2026-03-31')).toBe(false);
    expect(isOver('Your man was rude to me on 30 March 2025.', '2026-03-31')).toBe(true);
  });
});
