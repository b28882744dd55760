/** Danger must not be missed in any of its wordings, nor seen where it is over: rules were widened from some of these, so this keeps what was won and proves nothing of unseen words. */
import { describe, expect, test } from 'vitest';
import { triageInputSchema } from '../../rules/decision.ts';
import { triage } from '../../rules/triage.ts';
import { loadPack } from '../../src/packs.ts';

const pack = loadPack('connexus-2024');

function flagsOf(text: string) {
  return triage(triageInputSchema.parse({ id: 'danger', channel: 'email', received_at: '2026-11-24T10:00:00Z', text }), pack, null)
    .decision.flags;
}

const DANGER: Record<string, string[]> = {
  'gas or carbon monoxide': [
    "There's gas, I can smell it all over the kitchen",
    'strong gassy smell by the meter cupboard',
    'the carbon monoxide detector went off and my wife feels dizzy',
    'Our CO alarm has been going all night',
    'Can someone come out, pretty sure I can smell gas near the cooker',
    'the boiler is leaking fumes and we all have headaches',
    "flue has come off the boiler and there's exhaust coming into the kitchen",
    "There's an awful smell of rotten eggs from the gas meter",
  ],
  electrics: [
    'wires are hanging out where the light used to be',
    "the fuse box is hot and there's a burning smell",
    "socket went bang and now it's black",
    'my son got a shock off the light switch',
    'Light switch crackles and sparks when you touch it',
    "water's leaking in around the fuse box",
  ],
  'water out of control': [
    'theres water coming through the ceiling and its not stopping',
    'bathroom pipe burst, water is going everywhere',
    'my kitchen is under two inches of water',
    "the tank in the loft has split and it's running down the walls",
    "my bathroom is flooding as I type, the tap won't turn off",
    "The stopcock's turned off but water keeps pouring",
    'Ceiling is bowing with the weight of the water',
  ],
  'sewage in the home': [
    'poo coming up in my bath',
    'human waste overflowing out of the toilet onto the carpet',
    'woke up to sewage in the bath',
  ],
  'no heating or hot water for a vulnerable household': [
    'no heating and my mum is 84',
    'We have been without hot water since Friday and my little boy is only 3',
    'Heating stopped working last night, wife is undergoing chemo',
    'the radiators are stone cold, I have COPD',
    "Heating's been off three days, my son has cerebral palsy",
    "I'm pregnant and the boiler has stopped",
    "we've had no heating for a week, my twins are 2",
  ],
  'no heating in freezing weather': ["no heating and it's snowing", 'central heating broke down and temperatures are below zero'],
  'no water': ["we've no water at all", 'taps have run dry, nothing in the whole house', 'we have had no running water since 7am'],
  'the only toilet of a vulnerable household': [
    "My only toilet is blocked and I have Crohn's disease",
    "toilet is broken it's the only one in the flat and my mum is incontinent",
  ],
  collapse: [
    'a chunk of the bedroom ceiling fell on my bed',
    'ceiling in the lounge has caved in',
    'the balcony looks like it is going to fall off',
    'part of the garden wall has collapsed onto the pavement',
  ],
  'a home that cannot be locked': [
    "can't close my front door, lock is broken",
    'I cannot secure my property, the lock on the front door has failed',
    "front door was kicked in by the police and now won't close",
    'our ground floor window is smashed and anybody could climb in',
  ],
  'fire safety': [
    'The communal fire door has been taken off',
    'none of our smoke alarms go off when tested',
    'Fire alarm in the block has been disabled for a week',
    'people are storing mattresses and a motorbike in the only exit',
    'locked fire exit on ground floor',
  ],
};

const NO_DANGER = [
  'there was a smell of gas last week but the engineer sorted it',
  "I can't smell gas any more and the engineer has been",
  "I turned the water off at the stop tap so it's stopped leaking",
  "burst pipe last night, it's been capped off and we're dry",
  'Please can you cap off a gas pipe, I have gone electric',
  "my bathroom door doesn't lock",
  'no hot water but I can shower at the gym, just me',
  "No heating but I have a heater and it isn't cold, just me",
  'The outside drain smells',
  'My kitchen tap is leaking slightly',
  'we had a flood last year but all good now',
  "I'd like a new smoke alarm as mine chirps",
  'The smoke alarm was tested today and works',
  'the boiler was fixed yesterday, my daughter is delighted',
  'my fence blew down in the wind',
  'Lock on my shed is broken',
  'the boiler makes a noise but heats fine, 3 kids',
];

describe('danger now', () => {
  for (const [kind, texts] of Object.entries(DANGER)) {
    test.each(texts)(`${kind}: %s (AWAAB-24H)`, (text) => {
      expect(flagsOf(text)).toContain('emergency_hazard');
    });
  }
  test.each(NO_DANGER)('none where it is over or slight: %s', (text) => {
    expect(flagsOf(text)).not.toContain('emergency_hazard');
  });
});
