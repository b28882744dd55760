/** Invented messages that residents might send on an ordinary morning, for the demonstration. */

export interface Sample {
  from: string;
  subject: string;
  text: string;
  headers?: Record<string, string>;
}

export const SAMPLES: Sample[] = [
  {
    from: 'Margaret Oakley <margaret.oakley@mail.example>',
    subject: 'Boiler',
    text: 'Good morning,\n\nThe boiler at 4 Larkfield Close has stopped working, it shows a red light and the number E119. Could you please send somebody?\n\nMany thanks\nMargaret Oakley',
  },
  {
    from: 'Darren Pike <d.pike@mail.example>',
    subject: 'STILL NO HEATING',
    text: 'This is the third time I have rung and emailed. Your engineer was meant to come last Tuesday, nobody turned up and nobody rang. My daughter is 2 and we have had no heating or hot water for nine days. I want somebody to take this seriously and I want to know what compensation you are offering.',
  },
  {
    from: 'Elin Prosser <elin.prosser@mail.example>',
    subject: 'Smell of gas!!',
    text: 'There is a really strong smell of gas in our hallway and it is getting worse. We are at 12 Tannery Court. What do I do?',
  },
  {
    from: 'George Whitfield <george.whitfield@mail.example>',
    subject: 'Formal complaint about next door',
    text: 'I wish to make a complaint about the people at number 9. Loud music until 3 in the morning every weekend and shouting in the garden. They park across my drive as well.',
  },
  {
    from: 'Samina Rauf <samina.rauf@mail.example>',
    subject: 'My ASB reports being ignored',
    text: 'I have reported the noise from upstairs eleven times since August and sent you the diary sheets. Nobody from Connexus has replied to a single one. I feel completely let down by how you have handled this.',
  },
  {
    from: 'Colin Beddoes <colin.beddoes@mail.example>',
    subject: 'Claim number K00LD123',
    text: 'The county court issued my claim against you for disrepair at 3 Mill Terrace on 2 November and the particulars of claim have been filed and served. I still want my complaint about the damp looked into.',
  },
  {
    from: 'Colin Beddoes <colin.beddoes@mail.example>',
    subject: 'Solicitor',
    text: 'If the roof is not mended by Friday my solicitor will send you a letter before claim. I reported it in the summer and all I got was excuses.',
  },
  {
    from: 'Joan Hartley <joan.hartley@mail.example>',
    subject: 'Thank you',
    text: 'Just a note to say the young man who came to do the kitchen tap, Lee I think, was polite and tidy and quick. Please pass on my thanks.',
  },
  {
    from: 'Piotr Nowak <piotr.nowak@mail.example>',
    subject: 'Wilgoć w sypialni',
    text: 'Dzień dobry, w sypialni dziecka jest pleśń na ścianie i sufit jest mokry. Zgłaszałem to już dwa razy i nikt nie przyszedł. Proszę o pomoc.',
  },
  {
    from: 'Rhian Meredith <rhian.meredith@mail.example>',
    subject: 'for my mum, Mrs A Meredith',
    text: 'I am writing on behalf of my mother who is 84 and lives at 2 Orchard View. The black mould in her bedroom is back and she has COPD. She was told in the spring it would be treated and nothing has happened since. She would like large print letters please.',
  },
  {
    from: 'Office of Cllr T Vaughan <cllr.vaughan@council.example>',
    subject: 'Constituent: Mr Dale, Foundry Row',
    text: 'My constituent Mr Dale tells me that he has waited since June for the fence to be replaced and that his calls are not returned. He has asked me to take this up for him. Please let me know what you will do and by when.',
  },
  {
    from: 'Terry Lamb <terry.lamb@mail.example>',
    subject: 'bins',
    text: 'The council havent collected our green bins for three weeks now, whole street stinks. Can you sort it',
  },
  {
    from: 'Kath Doyle <kath.doyle@mail.example>',
    subject: 'Window in 2022',
    text: 'In March 2022 a fitter of yours cracked my window when he put the blinds up. It was replaced two weeks later and has been fine ever since, but I would like to complain about it now.',
  },
  {
    from: 'Joan Hartley <joan.hartley@mail.example>',
    subject: 'Automatic reply: We have your message',
    text: 'I am away until Monday and will read your message then.',
    headers: { 'Auto-Submitted': 'auto-replied' },
  },
];
