/** The most used English words, most used first, so that a slip of spelling can be told from a word (frequencies of GloVe, public domain, with words of housing added). */
const ENGLISH = `
the of to and in for that on is was said with he as it by at from his an be has are have but were not this who they
had which will their or its one after new been also we would two more first about up when year there all out she other
people her percent than over into last some government time you years if no world can three do president only state
million could us most against so them what him united during before may since many while where states because now city
made like between did just national day country under such second then company group any through china four being down
war back off south american minister police well including team international week officials still both even high part
told those end former these make billion work our home school party house old later get another tuesday news long five
called wednesday military way used much next monday thursday friday game here should take very my north security
season york how public early according several court say around foreign until set political says market however family
life same general left good top university going number major known points won six month dollars bank iraq use members
each area found official sunday place go based among third times took right days local economic countries see best
report killed held business west does own came law months women power think service children bush show help chief
saturday system john support series play office following me meeting expected late washington games european league
reported final added without british white history man men became want march case few run money began open name trade
center israel oil too al film win led east central air come chinese town leader army line never little played prime
death companies least put forces past de half june saying know federal french peace earlier capital force great union
near released small department every health japan head ago night big cup election region director talks program far
today statement july although district again born development leaders council close record along county france went
point must spokesman your member plan financial april recent campaign become troops whether lost music got israeli
need lead already russia though might free hit rights information away others control within large economy press
agency water died career making deal attack side seven better less september once clinton main due committee building
conference club january decision stock america given give often announced television industry order young palestinian
age start administration russian prices round december nations human india defense asked total october players bill
important southern move fire population rose november include further nuclear street taken media different issue
received secretary return college working community eight groups despite level largest whose attacks germany august
change church nation german station london weeks having research black services story europe sales policy visit
northern lot across per current board football ministry workers vote book fell seen role students shares iran process
agreement quarter full match started growth yet moved possible western special plans interest behind strong england
named food period real authorities car term rate race nearly korea enough site opposition keep call future taking
island road outside really century democratic almost single share leading trying find album senior minutes together
congress index australia results hard hours land action higher field cut coach elections san issues executive february
production areas river face using japanese province park price commission california father son education village
energy shot short africa key red association average pay exchange eu something gave likely player george victory low
things pakistan post social continue ever look chairman job soldiers able parliament front himself problems private
lower list built efforts dollar miles included radio live form david african increase reports sent fourth always king
tax taiwan britain playing title middle meet global wife position located clear ahead iraqi english result release
violence goal project closed border body soon crisis division served tour hospital kong test hong technology believe
organization published weapons agreed why nine summer wanted republican act recently texas course problem senate
medical un done reached star continued investors living care signed art provide worked presidential gold obama morning
dead opened event previous cost instead canada band teams daily available drug coming investment michael civil woman
training appeared involved indian similar situation los running fighting mark trial hold australian thought study fall
mother met relations anti song popular base tv ground markets ii newspaper staff saw hand hope operations pressure
americans eastern legal asia budget returned considered love wrote stop fight currently charges try aid ended
management brought cases decided failed network works gas turned fact vice ca mexico trading especially reporters
afghanistan common looking space rates manager loss justice thousands james rather fund thing republic opening accused
winning scored championship example getting biggest performance sports let allowed schools means turn leave robert
personal stocks showed light arrested person either offer majority battle class evidence makes society products
regional needed stage am doing families construction various sold independent kind airport paul judge internet
movement room followed original angeles italy data comes parties nothing sea bring annual officer beijing present
remain nato remains allow florida computer contract coast created demand operation events islamic beat analysts
interview helped child probably spent asian effort cooperation shows calls investigation lives video yen runs tried
bad described toward written throughout established mission associated buy growing green forward competition poor
latest banks question prison feel attention themselves firm injured itself governor movie range cross track programs
forced includes difficult produced wall rebels income chance elected reach adding species wants finished rise killing
spain joined italian language rest serious paris tournament officers inside scheduled immediately increased brown
remained parts success changes la residents meanwhile net sides jobs hall believed olympic deputy records heart
champion award planned version grand institute step democrats rule labor above summit sometimes addition raised
william needs talk longer terms rules ruling joint ball beginning sure stay safety worth charge korean begin arab
friends anything atlanta caused sources sign issued armed cents funds claimed heavy noted parents spending related
offered particularly aircraft whole authority risk cannot matter science access boston conditions details coalition
compared lee break turkey daughter natural museum strike style paid rock costs view usually spanish royal travel takes
books smith chicago systems arrived hundreds hour response developed jones potential cause value idea thomas
professional domestic credit changed gaza married launched web muslim source everything weekend camp quickly owned
finance palestinians eventually measures cities afp blue richard starting ready plant build designed certain voters
modern fans commercial bid provided constitution dropped brother canadian drive goals negotiations affairs unit
questions significant create bomb warned religious minute figures victims condition activities upon leaving experience
attorney standard proposed intelligence giving hotel finally magazine whom experts moving quoted baghdad carried feet
candidate fifth highest lake employees sell pacific mostly reason flight square overall design passed focus bay dlrs
date letter wide effect charged phone figure attempt claims below profit industrial zealand estimated traditional size
practice cars double pass hands professor student concerns refused sector review homes disease kept terrorism online
speech peter culture reform founded ordered successful arms charles conflict limited material trip property paper
threat seeking concern confirmed plane route completed jewish williams someone hill comment numbers ireland taliban
huge johnson mayor husband mass lines premier soviet cover couple positive complete non republicans mail crime moscow
brazil kilometers stand formed seems felt separate amid stadium singapore speaking hopes leadership emergency declined
treatment cabinet tell straight tokyo winner ban session serve progress wo ship projects independence appointed words
recorded terrorist christian politics studies sense plays militants holding regular required lawyer word debt guard
wounded candidates assembly expressed character pro fuel martin supreme broke ministers everyone actually equipment
additional denied friend features levels approved greater port ethnic status primary amount ways ran debate model
decades places individual festival previously join insurance goes impact urged heard placed centre illegal fired
indonesia damage responsible message baseball ties true originally challenge prevent filed captain entire supporters
blood territory housing valley product conservative van earnings proposal protection read foundation el search names
train discuss perhaps journal raise murder address operating olympics deep settlement simply nearby relationship cash
alone hamas laws target analyst buildings newspapers lack consumer direct twice self beach zone songs scene communist
afternoon units necessary navy quality sound protect spring missing criminal speed confidence selling beyond software
democracy francisco section matches basis knew suicide resolution calling remaining gone powerful losing account votes
georgia god commander euro rising catholic opportunity resources writer awards expect anyone send active claim
suffered alleged alliance host declared injury type planning environment sites protest drop suggested stories sale
headquarters rebel avoid improve consider stars citizens attended currency generally appeal older vietnam lived seats
happened thus incident ap floor largely developing approach films mike historic businesses era gained bit tough
traffic inflation egypt telephone moment winter suspected drugs debut fast boy worst km railway arrest mountain store
famous tom patients championships reserve carry weather thailand greek concerned finish command critical hot lebanon
channel census houses female seat vehicles spread aimed freedom medal saddam losses bridge representatives saudi co
supply cancer turkish writing appear revenue decade receive score fear securities ability appears crimes retired
customers sun becoming champions gulf gets virginia corporate introduced academy particular survey easy mainly choice
mind hearing add reduce directed replaced native assistant arts seconds crowd complex quite poland entered dutch
responsibility crew fine pounds environmental subject organizations jersey kosovo mean serving cultural ten seemed
draw bus yards cuts produce ask voice degree author watch lawyers ice legislation collection presence shown listed
critics rejected else rich offers influence ruled governments stations soccer shooting arafat streets draft evening
sex grew bodies policies afghan editor rival nature strategy girl jordan happy giant save jackson wing prosecutors
identified larger article optional sri seek bombing managed re sought standing doctors measure earned gmt rural fellow
sanctions bought smaller contributed owner secret carrying prince treaty launch cast highly civilians basketball
performed develop fair interior henry lawmakers prepared malaysia wrong tests widely serb table bureau looked
spokeswoman committed rally supported ambassador spoke ensure towards note kids headed documents follow bosnia rice
super stopped carolina directly initial relief yuan continues earth gives activity polls bc louis corruption picture
storm backed irish interests refugees defeat islands initially spot bond embassy agencies swiss request standards
estate trust ceremony guy fully occurred kingdom shortly iranian bob accept diplomatic cold signs facilities struck
discovered contact regime airlines youth safe penalty transport follows marriage maybe appearance highway millions
gain poll door threatened wins silver passengers scott rescue lose apparently exports showing failure increasing
talking specific fresh card sixth understand vehicle panel latin refer items benefits seem partner kill communications
broadcast faces protests caught pretty presented setting driver steve happen capacity fed box stores deaths davis
sport prize boost producer comments goods ford episode decline immediate ending girls bonds climate orders destroyed
awarded provides defeated bosnian brothers roman via conducted image accident criticism mary block heat push agent
joseph actions massive structure normal terror warning worldwide advanced featured advantage convention southeast
plants respect joe positions approval heads farm pennsylvania bowl ohio meetings prior reasons houston novel cox ones
assets sister extra crash voted basic slightly recovery assistance steps covered jerusalem studio jim controlled kim
actor gun meters intended linked allowing offensive spend technical euros eds numerous loans driving certainly
institutions consumers syria opposed effective sweden argentina holds promised hits representative location
entertainment uk feature advance slow acting individuals audience captured uses attend clearly faced microsoft mccain
queen forest races tony generation pick providing journalists dozen bar frank overseas volume federation dispute
personnel combat except combined missile golf doctor package admitted affected extended offices hurt announcement eye
injuries minor background nor facing deficit stood fort decide engine artists chris agents civilian meant fox greece
mexican represented waiting offering organized increasingly cell effects helping accepted seasons executives fish
scale boys ali solution none prisoners approximately banking taxes visited artist missed unless convicted philippines
agree strip parliamentary tennis voting notes attacked adds scoring looks simple musical foot digital gains characters
scientists stone miami reduced raising steel benefit cricket powers promote variety opinion fears answer internal task
massachusetts liberal guilty strength possibility materials determined onto christmas jack adopted gore physical page
reading allies maintain accounts partners direction cuba buying trouble mixed allegations xinhua knows speak leaves
philadelphia defence arizona divided shanghai innings congressional willing dozens edge windows firms senator miss
completely pope farmers upper plot putting sexual regions relatively mid singer urban owners library leg baby
communities northwest finals dark netherlands aids crude neither profits pulled historical returning theater removed
commissioner eyes immigration marketing michigan investigators reforms plus fought kansas dance suspended racing loan
continuing marine heavily transportation junior funding hear learned permanent grow keeping begins thai demands code
believes unable surface guys legislative supplies serbs split jail hollywood chemical dangerous flights poverty
agriculture distance kennedy rain prominent finding meaning commerce sets weekly bin nigeria row fields airline
visitors switzerland czech stated theory hussein shots therefore singles closing views broken enter male require
coverage squad pakistani suspects falling holiday difference master focused existing criticized improved ships flying
abu minority decisions lies expansion fighters rare anniversary medicine stability administrative atlantic hockey
blamed blair die machine ancient insisted fly jose politicians grant piece creating ranked learn detroit lord electric
mobile younger involving check links boat cable alexander marked statistics wild starts honor walk closer determine
stake bottom leads officially classic jean bringing disaster usa transfer mine argued closely neighborhood delegation
reaching strategic scotland easily pace treasury golden urgent thinking forms zimbabwe allows jury drew colorado fbi
seventh explosion sentence fiscal gay witnesses blast metal count ukraine animals clean write contains egyptian
expectations seized courts qaida scientific ends abuse selected attempts handed revealed serbia hoped tech branch
replace miller speaker facility visiting percentage tourism movies lanka brief becomes clubs chen sydney columbia
export surgery dialogue consecutive madrid wait analysis tons municipality referred tracks moves muslims unemployment
soldier engineering provincial towns taylor wind color alternative knowledge pictures screen edition toll retirement
theatre clients pilot berlin enforcement commitment purchase newly dow electronic howard woods suspect tied wales
avenue abroad teacher limit balance seriously opponents feeling detained memorial protesters downtown presidency
banned revolution toronto distribution violent picked brand turning reality palace supporting fashion suit acts roads
connection broad interested considering favor mainland severe sharon acknowledged restaurant empire advertising campus
weight seattle website referring remarks ocean teachers negative pop doubt granted friendly reportedly pair venture
drawn myanmar forum testing truck stands cutting sentenced shiite quick marks veteran duty mile everybody daniel users
possibly villages northeast democrat anonymity posted titles immigrants sort studied traded writers corner importance
greatest birth industries overnight temple ex auto polish reaction perfect sudan establish rome asking allegedly core
elements lewis falls express conduct manufacturing activists constitutional andrew bird unlike researchers forecast
electricity garden indicated austria watching snow pushed elsewhere retail arm repeatedly suffering invasion struggle
nfl length tree flu indonesian schedule wilson seeing surprise stephen ben sharp resistance targets secure tie santa
photos kenya discussed letters scandal creation delay holy operated sending corporation typically founder recording
whatever wave households brazilian dominated weak dallas drama animal destruction st tourists sir models edward
contracts filled li jews favorite rugby extremely paying hoping memory terrorists treated faith remember shut
humanitarian hurricane shared ideas registered surrounding formal apart factory putin assault eighth defending damaged
fled accord prosecutor fraud southwest maker differences cited virus learning powell entry centers truth receiving
indeed represents proved otherwise delivered wood mountains pieces output pentagon wearing saint wine chances delivery
colombia demanded content diego worse yes strongly cells scores milan planes arabia options acquired controversial
notable imposed militant expand mount collapse brian passenger lady swedish judges minnesota begun exactly compete
membership electoral purpose multiple computers changing agenda satellite resort chosen flag nba naval passing trim
peaceful academic trees networks path norway defensive telling motor returns politician opportunities prove del text
religion primarily opera grade serves citing tradition supposed patrick beating corps comedy understanding yellow
kevin settled grown glass philippine croatia strikes expanded chain file shop agricultural yesterday link dealers
invited recognized le lebanese districts causing frequently horse involvement dismissed expects threats bishop display
achieve types represent fleet waters manchester buried document partnership illinois guns estimates initiative updates
bills actress category crucial driven concluded dream values giants abbas lay pain bilateral relatives yeltsin fun
iron gm neighboring ultimately applied netanyahu sons bell programme coup nationwide bangladesh laden turns expensive
legislature breaking hole contained dog cards enemy appeals ring yugoslavia kerry pull signing tower option expert
herself portion deals pre competitive spirit laid winners gathered bombings stressed unknown contest infrastructure
manhattan phase brain ad proposals exercise behavior labour worried antonio maximum principal tehran requires escape
tells aside monetary belgium alive reference recession publicly flow salt flat theme khan concept statements borders
widespread township unlikely stronger sitting apartment respectively employment challenges occupied mm predicted
identity pledged unique label choose pointed portugal shopping ray israelis athletes hair confident rivals dan welfare
degrees achieved equal benchmark household withdrawal remove walked shape concert appearances rocket lawsuit circuit
survived reporter emerging discussions mentioned bronze bear mutual factor struggling venezuela wake solid danger
motion increases hired writes ninth milosevic hills platform iii images resume dole transferred alongside drivers
resulted matters diplomats yankees castle references median hundred ah futures nice vast bombs municipal abc rail
rangers coal islam hospitals bbc participate camps regulations nbc imports pitch chart carlos explained representing
en investments aviation jump casualties profile sees exhibition trained bigger payments subsequently peak clashes
earthquake ill photo crown tensions victim morgan thanks producing journalist wang maintained wars fit temporary
deadly perform helicopter formerly watched function vision resigned hitting skills welcome mohammed classes tim
reputation limits producers kuwait recalled fame obtained guards emerged establishment causes unions referendum catch
sit stayed fishing inches latter purchased fewer performances nomination impossible teaching liberation merger tight
tobacco carter attempted traders abandoned missiles medium drove controversy allen operate lowest sugar resolve
grounds affect chamber aware directors hezbollah orange oh ongoing juan disney agreements responded roughly envoy
biography adviser ahmed economist palm harry pool unusual elizabeth worker ranking inspired patient sat mining rating
contemporary defend boeing moderate deadline tank instance jets column visits reporting dedicated recovered advice
method joining arrival connected dean striker anderson signal practices application shift restrictions testimony jeff
touch males christopher shareholders promoted pushing myself covers organisation athens sam alan fan kashmir papers
failing device clark featuring recognition maria preparing broadcasting jazz trillion birds fallen threw cbs trend
gross dry literature nobody apple tiny assigned discussion colleagues provinces prepare counter romania roll gordon
iowa sox healthy cia monthly experienced gap applications minimum warner contrast adult blow don ticket trains rooms
unity eric consists taught entering cleveland reserves stable promise dinner duke harvard raid tries stepped regarding
easier soft heading governing virtually ride risks controls pm meets bankruptcy delayed performing resignation
scottish yield serbian roles factors engaged gates discovery equity respond kick parish secondary passes beautiful
occupation chavez targeted simon happens guide participants institution throw barack moon demanding finds sharply
repeated contributions denmark questioned iraqis cook capture syrian extensive lift explain dramatic amendment cuban
insurgents combination angry barrel appropriate seed educational formula observers managing walls radical obviously
denver vowed composed females suggest qualifying guest jet coffee austin manufacturers cease capable bases speculation
deliver managers wear publication socialist handle dealing las tourist annan owns briefly landing formally gary fixed
oldest priority jumped cool racial window aboard heritage apparent knee extend rounds devices entirely investigating
map backing deployed wish scenes estimate complained effectively patrol tamil suggests register familiar abortion
properties interim graduate carrier regularly reduction custody gathering format aged praised promotion chose talent
tested graduated stuff taipei circumstances witness chile rapid arena desire sky hosted cyprus seoul aim fighter
prompted ryan remote aggressive apply trail usual solo normally gop unchanged false tropical walking masters creek
methods formation compensation anthony crossing camera outstanding resulting cd tennessee cap contain sensitive
significantly concrete sponsored neighbors partly warm def stewart articles oklahoma fees surprised collected
delegates quake participation coastal identify nelson sharing versions monitoring encourage specifically tiger
accounting improving abdullah actual defender communication nominated adults pittsburgh caribbean portuguese emperor
orleans halt peninsula streak globe diplomat ease languages worry maryland barrels upset strengthen playoff norwegian
preliminary successfully trucks improvement universal origin deeply behalf intense exist pound besides talked phoenix
sunni accompanied mental tribunal qaeda restore probe declaration participated albums troubled delta settle eat
compromise inning hiv outcome enterprises waste complaints stanley mix blocked blame ballot copies alert tickets cargo
indiana hero inspectors arsenal distributed publishing survivors aides barcelona gunmen advisory claiming revenues imf
athletic ally commonly mortgage succeeded savings helps detention faster substantial transition pan broader liverpool
victoria economics popularity quarterback veterans singh requirements baltimore underground typical employee winds
economists traveling drawing gang reviews unclear selection scheme churches ceo absence residence resident tens
simpson reception opponent arrive militia congo pilots flood suddenly enjoy flew painting genus sweet entitled
condemned railroad finishing electronics essential regarded notably handling roger defined attending pages ratings
harris desert crashed coaches proper welcomed developments departure thompson restaurants composite hosts quiet
interviews equivalent jason machines fat universities beaten cape external locations editorial plastic kelly kurdish
narrow string nepal inter robinson designated andy bound prosecution boss moore covering revolutionary occur gasoline
margin extension tampa judicial lieutenant telecommunications somewhat editors comprehensive offense tigers makers
supports constructed kabul humans alex parent opposite existence magic funeral chechnya steady couples sciences landed
lifted missouri connecticut meat recognize encouraged opens firing midfielder charter ranks annually competing finland
refugee indians musharraf subsequent guitar fill employed skin actors bed extreme withdraw documentary please rapidly
haiti larry collapsed teen calm tanks louisiana financing chair density principle chancellor earn gray license noting
outbreak informed episodes chelsea promoting architecture reducing chip inquiry mention jakarta killings hungary feels
duties threatening trials fate packed arthur programming ages dogs principles soil brussels oregon ranging recommended
protected centuries hotels guerrillas converted associate slowly edwards qualified mistake philip presidents doors
quit customs commonwealth politically atmosphere rockets playoffs donald allied metropolitan containing gallery
senators mosque badly fee kentucky walker shell emotional empty pursue semi chapter chirac description adam hang fax
nazi journey successor vladimir monitor starring definitely smoke delhi engineer seeded citizen foreigners competed
homeland somalia anger kings renewed shops shoulder toyota correct walter fiction rio yugoslav replacement convinced
hamilton absolutely counties technologies swimming ownership bruce danish founding helicopters tribal dates installed
surrounded investigate upcoming messages manner enjoyed settlements survive implementation economies viewers hunt
hostage temperature territories tend compound oscar rush jesus albanian notice consequences campaigns brings incidents
clothes interesting tomorrow routes boats hostages douglas disputed parks austrian dave moral circle zero extent
longtime ordinary argument montreal francs rarely standings investigations triple alcohol guests relative stages
comfortable medals guarantee weapon malaysian confirm saved belgrade moments matt burned puerto philosophy detailed
clash cemetery mississippi appointment asean forcing holes findings uganda rivers roof rank vital counterpart frequent
infantry jerry atomic persons benjamin peru creative announce artillery belgian roots acquisition turnover sounds
prospects orchestra bloc promises plenty client gene suspension struggled utah shoot courses planet outlook error
charity vienna requested traveled rated singing uranium operates regiment examples lincoln arrests sparked campbell
trophy reconstruction abdul cambodia innocent elite freed argue reflect thousand murray alabama pact shore cycle
consumption adams consensus fc bright gift graham payment divisions stress purposes carbon feed fruit ross broadway
explosives sectors tape drinking von loved stretch aide hampshire ward potentially shock lunch engines wisconsin
literary crackdown birthday dick affair climbed wealth jacques cairo mouth nasa holdings negotiating chiefs spoken
viewed ads ontario feared salary milk beer melbourne dvd prix passage petroleum soul expanding laboratory jan customer
conservatives constant attitude phil assessment sessions defended runner thinks peacekeeping missions barry situated
eve ma metres geneva renamed manage mines chase geography clothing keeps lane orthodox seeks nasdaq residential
realize wage wto blocks assassination contribute doubles rookie lots entrance kilometres luis contribution barely hu
height morris lands princess files studios conservation traditionally permission designer comic emissions prospect
posts darfur disappointed counsel liu castro momentum busy classical procedures victories headlines colonial afford
legacy franchise illness fifa quarters celebrated wright depression techniques foster bands capitol invest assist
beauty wonder regulation surge proud tackle spiritual dennis athletics titled sleep proof quotes sustained chicken
faculty croatian russell mitchell francis colonel exchanges acres recover influential amounts hispanic violations
blues kid priest tools executed takeover wedding dna treat daughters exploded engineers albert tea nhl carl escaped
vegas vatican gdp peacekeepers tension submitted pyongyang ed beef tel considerable investor functions stem
introduction excellent brigade bangkok pending depending ee aims anybody restored activist fail funded categories
difficulties exit negotiate google verdict conversation plate totally evil cent canal harder diseases succeed eligible
taste smoking legs somebody maintenance studying symbol attracted counts attached flowers tonight lakers par bars
nigerian biological intention riding pension movements luxury educated obvious possession puts mandate lists stick
aspects cleared rear wells accusations temperatures steven attributed overcome summary execution aired crossed storage
volunteers russians shuttle obtain staged ncaa organizers businessman libya hunting brooklyn framework vessel
punishment smart worldsources blacks balls baker qualify belief solve gradually imperial tall tone wildlife
fundamental squadron twenty ron lawrence settlers wayne modest rwanda jimmy forget thrown longest rodriguez marines
sentiment roberts describe pattern demonstrators bomber urging burning slipped auction thin occasionally nick sick
separatist graf perry goalkeeper conclusion nobel indicate buyers stance facts attract coaching architect employers
exposed objects complaint sec sony grave bitter eliminated acted insurgency commentary bears describes ousted lights
gate jiang burns tunnel striking bulgaria sovereignty oxford elderly copy pipeline critic eating destroy inner rick
publisher bench structures chechen ken channels ballots sarajevo rolling wu hillary manila twin isolated vietnamese
merely operator enormous wealthy competitors demonstrations paintings hidden argentine fastest throwing fairly
shipping arriving transit roy fires appealed cruise ski tibet pollution impressive revised breaks kidnapped buses
lasted nevertheless resign surplus poetry friendship observed subsidiary infected anne anywhere exile terry vulnerable
neck hardly harbor slam stroke utility kinds object intervention realized detail drink alaska painted polling
deployment triggered print costa battles grass unrest torture celebration photographs warren lie da swept parking
chrysler greg amateur departments dodgers optimistic suburb attorneys dress prevention implement barbara valuable
regard conspiracy midnight unprecedented cooperate advocates bloody consultant dawn craig asks violation scholars
essentially assumed afraid motors angels sierra childhood carries lineup refers approve tragedy publications
processing resumed generated pat personally regulators repair complicated pleaded elect fred discrimination bass
mohammad opec dam celebrate medicare guinea import ukrainian searching garcia rape zhang marshall vessels rebounds
wings useful staying canceled truly authorized touchdown stolen hip boom solar pitcher context terminal colin
attacking extraordinary munich unfortunately colony corn recall cheney musicians commanders reagan addressed detainees
uh suggesting sisters impose cameras depth element asset worries lying superior trips definition trafficking suffer
branches harm conflicts influenced mounted spots procedure legend carefully scientist promising yard colleges
nationalist exposure amnesty fernando karzai sarkozy sa bag matthew lending jailed fatah phones readers subjects
expression authors imagine pleased raw strait disputes billy copyright automatic preparation jay arkansas ian
commissioned buffalo testified sporting cathedral saving trapped solutions visible cnn resolved cambridge parade
genocide instruments elementary piano efficient bobby mets equipped protein raids landmark sufficient northeastern
poet reconciliation horses mugabe components chips cincinnati mainstream oppose germans northwestern jonathan
associates user wimbledon thirds forests wooden separated shed rushed consistent happening ira footballer approached
susan cattle telecom knight strict battalion sections releases wire knowing boxing practical samuel vancouver dominant
di ok protecting electrical mubarak colombian uefa wireless du inhabitants carriers demonstration sarah specialist
wheel mediterranean dating concerning sight penalties handful torn update ceasefire yasser eliminate rises routine
mall restructuring enterprise surveillance troop conventional killer withdrew arranged landscape expenses devoted
christ truce kitchen homer relevant encouraging questioning regulatory massacre likes warming tours mistakes jane
progressive wrestling clay pledge relationships swing pole bat pride listen billions greatly turner classified
disappeared conviction provisions tool credited challenged participating exception oakland personality pitched
continent maintaining reflected airports thick appearing stakes fierce shah southeastern lyrics dressed composer
involves requests yourself autonomous reverse villa norman frame preferred ethiopia continental insists robin mill
clock charlie bernard waves occasion venue defendants fm policemen integration guidelines arguments erupted rough
wickets arguing christians marathon victor contacts legitimate factories attempting convoy technique inspection
situations symptoms risen properly ferry folk foods derby achievement demonstrated preserve dropping cooking armstrong
semifinals invitation prevented guess hindu switch manufacturer stuck yang der spy pierre mood prisoner franklin
operational experiences necessarily dynasty focusing maine ourselves karl gotten replacing feelings adopt establishing
todd et grace bombers wore proceedings temporarily fix anna indies tactics knocked kills provision uniform attractive
historian judgment lucky closure wider consulting sudanese donors interviewed credits prayer quebec des hearings belt
tribute straits produces asylum farms metro earl plunged pirates muhammad designs pga liberty dublin wages equally
operators visual shirt tip collins ignored checks generate factions dubai forming lynch legislators transmission audio
sudden hawaii cowboys parker cheap flooding ivory mohamed tribe ultimate mad illegally max mechanism shelter stops
shoes loose guerrilla eggs occurs loyal sars elaborate mph eager portland gonzalez copper ann nervous veto uprising
currencies implemented earliest repeat bags uncertainty suburban uncle sole enemies billboard signals surrender pack
exact marc cream stones boris evans sand privately secured explosive makeup celebrity fortune incorporated nights
chaos siege virgin collective frozen versus twelve airways crack ioc ronald videos strange universe diamond
arrangements pc hiding retailers donations delays gaining gingrich voiced collect ibm pressed followers sheikh
basically martinez wonderful kremlin omar qatar mac hunter sentences nominee regardless damages listing patriots
determination rico brands stream coordinator smooth cotton colors rocks bone deny displaced donated script enron
declining retain autonomy silence understood accusing angel derived objective reiterated productions separately denies
visa strain chang dying turmoil perspective wheat corporations projected bradley clinical criminals restoration tired
boycott enhance youngest commit belarus arrangement birmingham inmates violated assists graphics hostile orlando
involve describing closest reveal batting reasonable sad hate permit remarkable shall johnny predecessor taiwanese
virtual mills explanation artistic teach adjacent depends challenging assured replied survival warnings magazines
locked milwaukee samples intellectual georgian paint privacy kicked flags respected subsidies advised handled
desperate morocco answers graphic ethics hungarian expecting efficiency arabs silent evacuated gardens murphy goldman
referee considers frankfurt portfolio vacation requiring everywhere bail transactions lifetime habitat mideast crops
advisers macedonia consideration angola tale bonus charlotte mystery comeback breast introduce southwestern hk
volunteer voter drafted warrant nancy nationals recommendations dancing radar accidents retained gender doubled
conducting springs algeria ridge extremists dies indication parallel ratio freeze difficulty trails imported osama
pete blew briefing sheriff gear casino travelers strongest engage postponed teammates deutsche enable memories yemen
marie plain giuliani disappointing anyway exclusive charts mahmoud harsh crop attendance severely launching awareness
disabled lopez infection tanzania riot recordings berlusconi periods reaches forever pesos earning rallied disclosed
integrated villagers multi rebound intel therapy root invested completion intent margaret grants cohen occasions
persuade jon cat odds lap rumsfeld favored cocaine satisfied burden connections comparison manuel emphasis filing
stanford governors timing funny reflects chapel palestine distinguished professionals improvements homeless arabic
constituency revenge islamabad announcing hah partial rebellion internationally petersburg reign lakes exists airbus
bible hassan pink indictment errors integrity choices deputies expedition reluctant zones aftermath cardinals
destination displayed assume pregnant lessons terrible boards opener sean sprint component examination embargo novels
sub divorce bryant generations holocaust teammate peoples seeds guantanamo somewhere vocal nevada unveiled similarly
lions tommy inspector acquire phillips vaccine bridges hughes crowds floods pulling neighbor turnout keith clinic
thank merged fatal sustainable steam luck chemicals powered dreams territorial lawsuits notion rubber lifting passion
kidnapping peres anticipated beirut doubts revival liked flows footage loaded select lab crazy bloomberg romanian
stimulus incumbent outdoor fda slovakia neighborhoods discipline olmert substitute musician cousin addressing
maintains judiciary restricted diet citizenship powder mandela tenure printed careful bp committees psychological
ecuador composition indicates hell grain kent nicholas genetic desk smuggling counted albanians sing rob heights hat
devastating targeting honda ho relay monument ted ports sweeping raises muscle shocked rogers discussing belonging
pressing ambitious miners humanity diana afterwards drought dayton abuses blind boxes iaea tears sells rely calendar
immigrant nt nicolas hanging doping advocate protocol significance actively bet newcastle backs competitions endorsed
shadow themes jointly concentration exploration jihad forecasts hometown counterparts nixon indicted slide wounds
translated ideal finnish suspicion au collaboration accurate surged reid crowded sealed gather indigenous praise
measured sequence hide consisted edged mode remembered vincent confrontation climb convince anymore slowdown
preparations albania priests surviving initiatives edt counting pearl persian shield furniture hung dee substance
volatile columnist somali arrives uncertain expense cooper federer firefighters pure overs battery acid prefer sang
pointing organizing legally dealt holidays random ranch boosted stalled barred ibrahim zoo breakthrough dealer farming
farmer frontier credibility amazing maritime cardinal tsunami receiver refusing chest tournaments surprising existed
plc tear archbishop faction extending physics lined refusal debts explosions mcdonald starter cheese gambling suits
recovering lawmaker offshore historically tougher hire diverse protestant marking explains administrator buddhist
audiences permitted tribes admission pitching constantly silva rescued arnold lasting laura collections stern moreover
mounting honors barrier urge exhibit boundaries negotiated neighbouring urges undated mothers athlete minds subway
eagle removal plea frederick eagles curb touched romantic belonged fantasy optimism affiliated confirmation
correspondent merrill civic bullet hunger excited cautious hiring hudson voices kenyan representation sample overtime
evolution zambia reed wound modified exercises bearing bread wicket seal jordanian neutral rumors interfax riots
madison afterward statue preventing negotiators skating schroeder portrayed richardson timor concerts balanced rifle
resource latino reviewed bull dramatically beneath ahmad yields contested requirement reject paulo pepper contacted
proven eddie ahmadinejad bachelor danny sadr defeating diocese rocky literally drives commitments fa disarmament
rolled emirates murdered indoor demonstrate dubbed slight weaker declare signature europeans ammunition borough
starred pursuit sophisticated weakness nose experiment kenneth craft depend bulls dad topics consisting bishops retire
deemed crews barak valued offset saints inspections retreat jennifer hearts answered nonetheless chad iv openly dprk
nn joy initiated brutal disc tremendous registration breakfast institutional speakers wallace shortage ag hailed
horror triumph dated encounter cinema picking cycling mario patent azerbaijan partially investigated unexpected
surname spreading sum petition achievements contributing suburbs debris islamist heating elder rebuild haven sanchez
bulk ivan secular sits lifestyle unidentified populations slovenia abandon spin forth stationed sweep nikkei eleven
roster butler portrait frustrated liquid waited towers decides noticed adventure refuge cole fence ups mixture rent
opposing junta tibetan speaks ahl concessions fault noise updated murders impressed brick enrichment panama journalism
premium bowling ucla rains deciding examine junction touring watson mom rays leftist publicity shaped shrine honest
confusion translation stuart purchases gifts nebraska slump submarine consistently flown animated patterns perceived
aging threaten budgets flee holder discount medieval physician scholar monitors stevens smile comics sheet pursuing
businessmen processes amsterdam panic awaiting adapted wounding segment il sank painter experimental cult sponsor
deposits transaction instrument guaranteed jamaica distinct solidarity blasts governmental receives salaries whereas
nationally televised scattered tonnes obligations agrees strategies dependent listening absolute guarantees postal
clarke unfair styles ankle leagues grandfather runners presents volumes origins damascus pocket shirts heroes crystal
demographics celebrations explore hardware michel aviv ghana reactor scope somehow welsh stopping motivated placing
flash proceed accepting na merchant fails tense deeper prestigious automobile comfort oliver strengthening ralph
topped millennium inaugural jurors hopefully lloyd slip humor jurisdiction prompting painful quarterly locally
prosperity diplomacy cypriot dust argues istanbul denounced ounce koreans atp pedro braves capita troubles approaches
filmed lightning comply folks mars publish emerge cheaper overwhelming insist sponsors cloud extradition researcher
supporter chocolate thaksin nonprofit ferguson sacramento dominican posed conversion spectacular kazakhstan spell
quarterfinals riders flames alfred cameron responding jefferson boundary twins stating downturn bailout submit worn
herald ottawa dirty raymond traditions guidance belongs hague honored katrina organic keen avoided topic harrison
interstate warfare phrase belong presentation hub lankan burn intensive noon andre lock manages martial aaron reliable
richmond legendary draws wolf burst sued miguel photographer advances cups celtic responsibilities grows discover
girlfriend mart conceded halted whenever rallies witnessed babies till predict clan hopeful taxpayers acceptable
mechanical sorry wrapped stronghold nursing bankers admit surveyed excessive accomplished brad fever remainder
completing venezuelan eta characteristics lin database columbus blocking domain spare catholics exciting willingness
assisted planted endangered incentives watchdog mp chronicle slowed seng controlling campaigning battling diesel
engagement mate queensland glenn bullets voivodeship edited mr overhaul predominantly impression load favorable
indianapolis phenomenon barriers examined bones supervision tyson opinions aspect instructions cope frequency neil
automatically expelled quest sacred decisive doug linking shifted coordination ariel aziz fake symphony pioneer sue
physically reflecting diversity magnitude lobbying runway chemistry thirty sized cruz marched lobby frustration fisher
broker consortium pressures chan licensed scholarship adequate montenegro standoff circulation wal fictional commune
hans copenhagen armored refuse technological sullivan adoption identification negotiator decree dr syndrome butter
sung honorary mirror recalls testify ethiopian criteria inspiration kuala brooks arroyo cow roma finger seemingly
favour ceiling radiation organ connect montana hence defenders collecting hull troy duncan premiere walks soared
injuring manufactured communists trainer soundtrack dictator rankings adjusted weakened foul dual flower stockholm
characterized observer ballet firmly mathematics lifts interpretation oak slowing creates resolutions machinery
roberto brilliant inch leeds naturally syndicate thoughts lisa trends cement undermine baptist pays basin warsaw
paramilitary indicating theft hitler compiled cave lithuania toys focuses bennett letting developers ac supplied
additionally prague lesser odd uss descent lesson switched cleric occasional advancing kyi roadside kofi bulgarian
guided bidding distant roh les mini excess cubic nashville mere pit fleeing levy grey blake trio combine confused
hosting epidemic divide sergei autumn minorities shareholder mumbai defendant egg speeches reward swift shake duo
certified yahoo yale purchasing assess organised contrary greenspan liberia experiments gmina travels wet honour hike
suspend albright genre drilling wise hebron strategist reserved exclusively maliki trigger steep sacrifice coat bayern
lyon dakota pose detective spotted marry vocals disorder providers innovation rid eventual outer removing tag merkel
widow unsuccessful rabin releasing pharmaceutical separation guitarist revive lion pet utilities screening rushing
loud capabilities rebuilding voluntary costly sends guardian brokerage nascar highlights renowned poem bottle baron
quietly leonard schwarzenegger acceptance lumpur simultaneously identical priorities depot hospitalized contractors
bolivia fights accounted queens heavyweight wishes ld rouge devil bold toy bahrain hop headline emphasized greenhouse
artificial underway tracking cancelled lama lone justin disappointment montgomery governance mild hectares explaining
fragile suu pronounced courage tasks monica oxygen relation steadily preserved mortar structural warriors cooperative
finances array profitable oslo imprisoned soaring roosevelt loves respective regret deck succession monastery
attackers decrease freshman plaza oversight throne sworn hamid challenger youths intends oriented partisan
unacceptable shells linda rwandan rider toured suggestions fare kurds apec caps fitness retiring refuses rifles
scenario item tail chambers withdrawn hugo vermont borrowing admiral suspicious robust conversations scrutiny storms
basque impoverished nurse investing romney coached mud organisations leone photography han unbeaten marijuana
threatens jeffrey chuck courtroom noble provider compliance saves damaging underlying transformed pen prayers estonia
rings capability extremist tribune statistical violating banner corrupt ny layer poorly spill rafael horn teeth
financed amongst kg upgrade rehabilitation debuted uruguay secrets warns sleeping fined knicks declines peaked backup
pot organize climbing bristol accommodate packages policeman jobless meal heaven continuous jumping destroying
nominations subscribers approaching nyt maps edinburgh blown trader historians beats ni koizumi surveys dynamic
psychology gregory notorious rod lengthy concentrate centered diving lowered hamburg informal sauce accessible burma
valencia luxembourg concentrated venues bruins thereafter proliferation mercury evacuation ceremonies bolton sen toxic
button recruited perez slower ought instrumental mtv talented gallon collision trick alberto mansion advocacy
devastated vegetables congressman premiership instant nets define qualifier holland ankara illustrated tee proceeds
tariffs permits catherine municipalities plagued pickup sovereign advisor feeding interference olive specialists
highlighted fueled pump freestyle reader strictly orbit acknowledge lucrative cafe employer worlds bhutto que karadzic
checked harvest circles disclose expertise broadcasts directions gauge outskirts bali tune stored robertson suggestion
harper priced charging mandatory juice leon gunfire pursued manual abdel coca commons donor nowhere seize museums
specialized outlets publishers delivering semifinal rabbi leather reds hybrid shorter intensity sao randy perfectly
drops cigarette mason taxi warn greens editions admits whilst safely performers chi casting halftime berkeley easing
cry throws whites convert vary salvador atop slalom matched valid connecting touchdowns ingredients architectural
displays grades guatemala associations burundi tap pierce shipments abbey glory poems commodity macao colored
perception forgotten enthusiasm span delaware accordance aristide designers marcus worship juventus sidelines
propaganda inevitable prisons grabbed printing militias tips eased averaged lehman michelle benedict baht stepping
suitable surprisingly achieving vs bedroom detected underwent rhetoric poultry greeted alice interactive automaker
anonymous generals cambodian wanting bryan beliefs textile forbes fiji successive expressing aggression glasgow
bolster owen anchor highways evolved kilograms conferences karen casey birdie developer railways ministerial boosting
aires croat populated midday recommendation lung santos apartments cdy binding teenage meter sailing choosing
commented logo ignore bailey wisdom buenos residing ruler flooded assembled inn tissue opposes theaters chess palmer
symbolic shortages filling declaring provisional theories narrowly spectrum accuses ham adaptation libyan stamp tales
unified lighting harold locals protested chilean teenager ottoman recruiting breakaway nairobi dame breeding skiing
jorge searched romance gangs picks battered sexually alarm reynolds buchanan evident struggles commodities knife
dining latvia spa motorcycle helen classification plo karachi breach imprisonment cultures tables independently
eurozone santiago passport outgoing invaded disclosure penn genuine recipe loses stunning yu freely affecting housed
considerably shenzhen acute administered licenses thomson ensuring graves hart robbery fishermen colleague chronic
excluding clearing highlight measuring strengthened sculpture harvey dish criticised enforce nerve apology ep serial
sultan fines starr erected mysterious gibson dominate filming chairs shook mentally drag cubs christianity rhythm
realistic raiders ramallah sectarian contingent attraction transformation migration huang sailors tang abraham gen
hurricanes luke laugh drums sheffield burton hitter insisting shaw compact dalai stripped chef spotlight zaire ladies
grams departed facilitate soap mercedes agassi oval sometime checking meals timetable treating jacob bunch cleaning
bow evaluation angela dirt ventures franco observation relating jesse pine myers graduating drinks contracted
harassment graduation airplane joke guangdong kandahar jamie freight enhanced crushed ramos sampras surely labels
cartoon cpc mature solely se lease devils tube heroin rubin retaliation genes sheep sounded slammed justices usage
appreciate javier tender altitude celebrating abducted telegram volleyball installation strained equality assad glad
caution dragon surrendered memphis straw nickname bacteria grandmother ruins sailed candidacy skill festivals imminent
joan cavalry monopoly spaces salmon diagnosed contention burial venus celtics productivity platforms programmes
shouted ferrari holders shipped pastor ruth dragged debates uzbekistan nova ghost enters naming intend complain kah
rebuilt brokers custom bids canyon regain enclave embrace archives incredible filipino tragic moslem medvedev
societies trademark immune wheels martha automakers precise implementing java math retailer stomach gilbert plates
physicians inherited decorated pence slot rica anxiety implications rolls inventory namely shakespeare bargain grip
meantime routinely downhill mitsubishi distinction schumacher intentions ordering reveals inventories poised tide
knock lacked bottles exporters isolation totaled anwar skeptical impeachment leaf nee altogether automotive weighed
spurs pairs substantially objections viktor shattered flexibility sandy celebrities slaves migrants slave prescription
monster antitrust appreciation floors keys loyalty suppliers entity monks jungle keeper wholesale commanded cellular
henderson careers prohibited gesture originated sharif demolished grid stunned innovative resist dale obstacles
recommend everyday merit wartime ailing racism spencer generating accords beside immunity ambitions ellis wade
lieberman preservation mess sacked algerian chains fearing trades africans precious scorer mouse extends coordinated
arctic proclaimed scandals lodge rejects aceh exchanged margins angle aerospace aiming hebrew consent brent ace
householder holmes usc transmitted inauguration epic nurses reviewing bmw aol cola exceed divorced proportion fifteen
grenade cautioned serie amendments kmt garage travelling kabila congregation lucas kate dell dj floating slobodan
quartet superintendent surgeon armenian appealing alternate conclude mob strokes tan biology pork ear objectives nadal
nazis blog pale pipe purple majors cancel hugh permanently poorest emotions logic tomb claude potter writethru curtis
commanding influences alberta amounted angered compilation lenders stir iceland justify commercials bt basement rupiah
losers animation credible wellington fiber furthermore reactions separatists amy outrage unusually sinn tapes
competitor courthouse hungry deliberately albany graduates rescuers failures renaissance pradesh bike joins nissan
espn pledges grandson victorian clouds bout pilgrims instruction spectators cigarettes coins haitian multinational
survivor ringgit carroll screens broncos reversed ministries walt hood rejection baltic tass obligation midwest
issuing flowing gabriel scared clerk enrolled generous shy drum heated hedge cabin josh lottery posting quoting plains
bath mahathir resumption niger manning companion hammer mineral americas columns australians gospel elimination cats
encountered repairs deserve sachs nicole visitor invented julia risky dome herbert zhu endorsement duck ehud
adventures lethal putt contend jeremy oversee recreation livestock barnes panels fernandez hernandez elevation anthrax
intensified singers elevated pleasure cameroon fifty dairy acquisitions coxnet baseman imposing addresses deposit
intact introducing honduras blockade fingers portions slain unnamed countryside uniforms shifting calculated comprises
workshop dpp trailing mikhail precisely revolt sympathy accuse davies accompanying infections recognised marco
rotation wives fidel cm servants anaheim diabetes transitional trace hewitt decreased setback timothy steal absent
hutu oral colombo punch johannesburg healthcare photograph consultations sino undergo kiss idaho terrain punished
rubble safer codes auckland khartoum slated princeton laurent reservoir belfast crawford fantastic coordinate
reductions buyer treatments alike matching flexible thereby minneapolis joel icon itar dignity naked stays norfolk
trinidad brady khmer reads unhappy yorkshire minimal lance timber writings dispatched rahman carol enjoying rap wines
suharto intersection fulfill patrols intervene hook rivalry mourning walsh install possibilities grandchildren
hardline disasters rbi exceeded wrongdoing nathan tenth gerald mozambique deer julie cake plunge assignment pitches
protective kenny stranded jong enacted sinking extensively hey blaze legislator cartel distinctive lisbon insurers
andrews janet engaging mariners beaches apartheid tolerance destinations teens hardest ash header secretly comparable
dissolved aggressively laying contractor unemployed certificate endemic teenagers moody hopkins leak punish tires
financially derek sooner basket highs nephew mps grab deficits architects bipartisan unofficial rental unanimously
nearest enabled corresponding confront reservations recasts favors premiered chorus memo audit pregnancy spirits minus
altered booming persistent uae creditors laser postseason gunman contents dangers securing affiliate stormed ugandan
scout productive swap faithful boulevard armenia reopened avoiding fischer wei aggregate revived landslide rand dc
narrative advantages documented eldest persuaded directing sanders raced indicators supplier paraguay choir statute
metals grenades hariri christie showdown variations clashed input insurgent ashes patience epa leo ultra responses
banning server bah capped oversees ai liability raided classroom drummer venice recipient lu outright conventions
spark armies atrocities bats sellers florence boxer abused ugly poles poured reacted designation bowler curriculum
tunisia abilities practiced profession sterling default dioxide fein viewing nominees newton shootings mbeki breakdown
heightened rhode cure disk easter sheets rupees broadcaster visas jewelry woes afghans differently undergoing arch
wary delicate downs midway employs monitored stealing slim outlined ecb lacks heir refinery statesman breathing
descendants travelled rulers eliminating seniors darkness presenting birdies figured relieved winston seminar peso mah
ronaldo sin technically economically ram miracle supervisor spends kohl deploy geographic exporting menu brisbane
linebacker slavery pants manufacture tally delegate snapped semiconductor haul loop havana lacking ceased tier symbols
mogadishu scare maurice liberals clause investigator ltd qualification excuse forty aerial react jam ranges minded
conclusions echoed willie lit catching balkans overturned flour relaxed tumbled alpine transform spur doctrine toss
ltte warehouse denying sharks moth gaming pa settling solved dolphins communicate astronauts soup patriotic lets
transparency colour texts centres critically pupils lah anxious senegal renault sentencing slid protesting glen
pitchers wta believing boyfriend laps staging airstrikes weekends flavor bombay laundering transported decent infant
bombed grove lightly overview agreeing applying silicon reno batsman presumably locker ore reminded sergeant adelaide
instability riley compare confederation justified shame felix varied prefecture monaco intelligent rounded rodham
platinum teaches trinity liberties solomon tends tent romanized leaning container effectiveness respiratory relocated
garbage caucus pray suite webb condoleezza unpopular hp alternatives exhibitions bronx facebook typhoon upbeat
uncovered thanksgiving icc examining satellites dissidents specify inland overhead tortured shane alien stretched
closes kyoto launches ensemble peruvian morales batteries ritual sheik alter helpful confessed crush statewide carlo
halfway breath detect download andrea ha skipper sanctuary assuming magnetic interrupted yah youtube paramount ripped
solana creator summoned bore enjoys snap warplanes ethical fluid mortgages aluminum limiting medalist idol affordable
viable interpreted marseille julian expired pricing violate asserted punk yankee specialty checkpoint embraced rocked
stole likud foundations offerings jacket gases pkk galaxy tanker notre harmony upheld alumni reactors lover
mountainous mafia traces stark conscious drill seasonal richards beans gloria bogey governed butterfly swine raul pin
amazon lazio inadequate dressing mi adrian bicycle tactical bloodshed lords handing litigation sequel singled skilled
founders computing peacefully concepts awaited restoring shootout beckham affects harbour palin tin depicted
archaeological amp dishes stiff recruit unilateral finale citigroup comprising thirteen dried midst honours smallest
grammy dividend breed hun payroll conductor lynn crashes excluded libraries ss shelters flies bee calories confined
racist farc segments favourite elvis brett emotion kiev hilton lima dismissal barracks ryder exceptional allan
recipients wagner incentive firearms trans runoff plaintiffs liver confronted corridor davenport cluster layoffs
sustain zagreb tracy boarding meyer fixing carved podium battled chasing cliff supermarket juvenile overwhelmingly
intermediate delighted navigation malcolm medicaid accountability searches privatization compelling diameter sorts
corners entities crosses identifying deported resisted alpha cyclone zurich coleman spacecraft grocery confederate vi
airborne volcano klein marriages twist owed trash peer labeled dig dancers schemes lately lou roddick richest upgraded
horizon benefited prizes contender beverly varieties merchants ellen laos beds tying relegated proposition observe
determining banker basra satisfaction capitals italians moo availability donation shoe appoint seas worthy theatrical
bans su ducks convincing hawks dear prone unfortunate telegraph instructed peterson winger dhaka disarm oath
complaining ab sticking fallujah sah allocated metric innocence igor explorer recipes candy adjust commissions
dissident islanders attribution negotiation heels excellence torch mir fruits fcc shoulders quote moroccan fitted
consolidated ransom summers distribute organs silk restraint amman profound eugene kuwaiti consciousness mercantile
sword divine homers respondents guarded acquitted marketplace turks prolonged fathers seminary unnecessary smashed
opted bare shifts philippe clinics consequence ana serena flagship undertaken croats renew portsmouth plotting
hemisphere mongolia laboratories piracy chaired est understands balkan reply medicines exiled embassies iranians
rachel betting guild exploring disastrous dumped bias rainfall overthrow accelerate dictatorship revealing equation
gandhi speeds wilderness greene disposal trailer bonuses newman swim incoming biden arlington yemeni charitable
ramirez subcommittee chat shoppers socialists ismail jokes floyd propose yeah constructive circus con doha weighted
arbitration speedway dancer marion announces sail mccarthy committing crises clergy porter lewinsky supposedly
trustees peers spite electorate turf marcos kirk manor bruno ambassadors everton burke tottenham consolidation
licensing sichuan interaction investigative penny calgary colonies condemn steering smiling crying ricardo trap ricky
undergraduate memorable meaningful spike assure partnerships vertical communism es grozny administrators satisfy
relegation pataki tops blasted shelling dominance sake kidney disrupt bubble attracting shiites ton tire complications
chartered reunion deng escort attractions hbo briefed drawings battlefield ge upward relied cannon pleasant vows
edmonton vacant morrison compounds attitudes nightmare parked missionary coke invite loving farther facto newport
boots merchandise kurt koh purely deliveries seller characteristic skies francois prophet enlisted transparent
canadians ears den drunk tents unanimous transfers lawn weighing killers bargaining magistrate theology stricken
performer contests reopen newest cholesterol reigning monarchy applies starters famed waving edges insufficient
reminder observatory mask inability overseeing practically desperately gym moss lesbian washed leslie ferdinand
desired filmmaker confidential ki axis jackie grateful hamlet evaluate patch ambush elliott voyage consulate bashir
insight wreckage colorful nicknamed hander reinforced coupled medication turnaround advertisements toppled remembers
beloved deserves ba exported cal hatred ideology resorts afc ravaged bent falcons sprawling interrogation contaminated
yearly lunar ft hinted contenders habits garrison weigh rotating tyler episcopal executions mechanics stamps patricia
thriller shallow limitations ivanov pullout unite louise roland grim acclaimed reflection nah murdoch hayes stupid
goalie offenders bethlehem brigades chapters inform absorbed ree assurances scrap irs berth slaughter freezing
professors novelist buck panthers log unhcr griffin blackburn locomotives garlic sunshine wrap datafile accuracy
kicking posters rage treasure functioning halls hosni manuscript aung booth betty correction granting gravity lens
obtaining mee leap geological excitement forbidden workforce frenchman wash chopped felipe lovers consultation
renovation diagnosis hurdles fossil screenplay teaspoon biblical wished zhou edgar sticks unexpectedly logistics
khatami generic nicaragua successes oven behaviour slumped hanoi healing mighty catcher madonna pct certification
testament workplace goodwill instances durham notified monarch abolished enrollment tomatoes inclusion networking
favorites installations sergio turin throat reunification academics forthcoming guilt accidentally beings thoroughly
oracle booked employ digit particles blend embarrassing councils catches fitzgerald pond acquiring spelling cooked
regulate pockets curve rockies sebastian deadlock umbrella treasurer fortunes apologized forge layout ibn stint
valentine arrange varying darren kay lure liquidity punjab finishes propelled gibbs christine furious depressed
fisheries obstacle unaware variable planting respects vegetable dipped marching brave chung motive tendency incomes
bernanke bounced sixteen instructor parole aided paradise sluggish entrepreneurs scouts borrowed xi prodi defeats
reliance enthusiastic downward stuttgart cooperating warrior indications shaking promotional newark barney homeowners
overwhelmed judged substances mechanisms casualty probation freeman nationalists drc tongue bits resolving defenses
likewise merge consequently regained beam raf dodge bang imagination stabilize temples lighter methodist yacht perth
inappropriate dock fabric ignoring ambulance wondering institutes ratified collar confiscated nutrition branded
screaming oust enhancing outspoken rah shouting blank charities reconnaissance grande ulster renewal dismiss fireworks
injection sink clues consist wong sponsorship pie robot brush pour cherry mediation papua airing averaging brink
leaked forged assassinated jacksonville congolese counseling mosul hydrogen prepares layers pervez rams guangzhou
deserved bend artifacts cdp fujimori fiat disbanded batted constitute comedian applicants expires cooling lectures
signaled whale weakening subjected showcase weaken curfew carpet disrupted proteins leicester pensions capturing
occurring broadly anc trent assumption astros tablespoons campaigned berry gao anglican faa lemon brokered exhibits
rode bite vacuum wears jenkins masses mentor variation wyoming elephant unspecified sunny accession subtle marvel
fraction vintage smell cds portraits blowing grammar ming kumar samsung roc tightening marble clemens classics erdogan
integral evacuate monte kidnappers vendors disambiguation plateau monk busch kyrgyzstan compensate motivation ashley
mathematical ideological restrict outfit volkswagen recruits solving patterson fold creatures wiped essence rides
prompt poison johnston lott consumed carey orientation eritrea fashioned renewable premature cardiff disorders grief
headquartered unification pizza kicks civilization voluntarily disturbing proving torres likelihood disappearance
estrada pianist jintao bankrupt lecture brass expectation bribes conceived molecular xinjiang fidelity casual
practicing sizes ashcroft drain convictions newer jin wherever fares slash mercy fourteen prospective construct bells
avalanche backdrop luther herein jessica finest functional scoreboard contentious siblings gods beatles dos gamble
accelerated tipped bengal tainted commentator mickey becker kyle carnival namibia reservation duration franz
preference shields pistol elegant brotherhood tucker exhausted triangle ubs vajpayee abe environmentalists militiamen
memorandum cage provoked exhibited potatoes deadliest kobe projections regards malta slogan sheer fortress specified
indicator commissioners bypass defining kit beneficial caroline marsh bordeaux anthem fleming appointments dot
caucasus sodium strauss kahn malaria salem pablo credentials skull observations colts pvs debated bathroom extinct
snake knights bizarre dana neighbours slogans seekers rampant suffers syracuse rented outlawed blessing boucher arose
matrix billionaire emily inaugurated primaries hunters diary fuels doctorate rim guides hingis feat recount habit
buddy arc containers elena estates privilege macedonian unincorporated ramadan essay forestry curious optical strings
forensic qualities coin republics oman orioles yushchenko streams traffickers alexandria lindsay connects canon umpire
norton cheng threshold sidelined tuition objected ballistic portable entries bundesliga banners flame indefinitely
prototype criticizing boo whoever patron denial buzz evangelical dealings hostilities kph pigs pig naples batch stems
exam dug speculated fdch ouster tsvangirai salad pile withdrawing collector okinawa enzyme interface mclaren rivera
differ cart songwriter surfaced fletcher touching otto spying click adopting raped lahore outs farewell blunt jacobs
aunt detonated hoffman malawi catalog archdiocese fugitive pelosi condemnation crunch experiencing thorough tracked
supportive sherman fog ernest combining exceptions gp psychiatric laughing madagascar backers locomotive washn
instantly workshops lowering glacier sympathetic intercepted dylan ins myth applause nationality hartford boutros
exempt philosophical inducted louisville insects personalities mickelson mails denis retreated flawed systematic donna
diane termed precedent hui beck predicting isaac circular helsinki detection glasses thanked fur albeit osaka
switching rosa costume relying rejecting prey carnegie disciplinary numbered warrants cancellation kurdistan poses
phillies poisoning relies positioned gainers borrow exotic editing enabling legitimacy safeguard reformed janeiro
tighten accomplish unconstitutional nash postwar flesh spaniard expulsion clinched placement convenience suspicions
offenses globalization unsuccessfully airfield toughest maple budapest misconduct verge urgency tightly seizure tung
jackets hms advocated sect dump nintendo trek genius bounce memoir endorse rendered interfere andreas wrist journals
proves welcomes linear hyundai remind toledo cracked sophomore plantation narcotics photographers outnumbered slopes
elbow diamonds royals conjunction listened traced escalating happiness honey precision quantities gateway afl shipment
predictions volcanic essex equities mergers specially cartoons nielsen newt cruel lingering lows endless collegiate
implicated promptly prosperous hampered descended herman verbal readiness terminus steelers imam deportation carpenter
influenza jeans religions servant id youngsters occupy populous canberra revision align proximity nest malone nichols
shark bleeding lo dissent accountable eduardo questionable quantum canton talents nordic roller trailed dose chiang
multimedia ink disappear zimbabwean suited bribery passports transplant gonzales torre klaus puck commands accepts
mound dense jerome shaken verse milestone foley recreational eyed fellowship reinforce embattled fraser amir packers
porto tunnels andersen govern buys carr georgetown dumping charm pbs plight expo explicit presided plug bradford
recognizes activated seated para competitiveness deliberate hampton whip confirms demise catastrophe gerhard riyadh
wondered schmidt stimulate peaks nuts regulated identities shin hatch rudolph contends overlooking hurting
uncomfortable awful radioactive churchill irregularities proceeded hsbc formidable jo mae entrepreneur npc jung
moratorium handles stabbed gradual mali lend totaling logical signatures marred mixing embarked readily bourse
websites rao tackles encounters slashed communique hawk necessity petty stretching taxpayer resistant quinn
persecution owing boot chevrolet mao stressing gothic milton drowned complexity disability autobiography zemin hasan
entertaining adjustment slaying pilgrimage quantity quota stan bulletin clippers consultants conflicting premises
disagree masks restart rican wreck trunk knockout cornell enforced surging dong moses rochester trusted collectors
distinguish mvp lpga sayyaf southampton armor airspace destiny thrust patriot detectives dive anticipation balloon
baking feast rift cork shawn waved trauma specializes spray unrelated remnants yi johns dixon legion strapped emmy
lockheed prosecuted continuously gul vague beta richter ji tore clearance tended mice parma andrei contestants bucks
checkpoints prostitution scotia fits geographical roundup verify adverse pinch heath pandemic looting sandra fallout
lobbyists com pad coordinating bacon slope intimate refrain emergence continuation abstract theodore harmful atletico
squeeze shrinking theological intimidation rebounded lean surgical augusta dimension passionate foes endured
frustrating elders synagogue marshal grounded blessed accompany sunset springfield glance jake thermal lagos alonso
gallons westminster kuh dresses henri claire artwork affirmative polar hijacked uribe obasanjo enduring woo mortality
unicef teresa monuments locate finalist rooted reaffirmed sided stretches convened cheered ruined handover approves
tutsi consult bust unlimited explicitly premiums aston escorted organizer leisure tornado consolidate constituencies
mcveigh knees rhodes undisclosed crater marlins shui essays bride madeleine tentative pumping tariff hussain dynamics
scary wolves plots sparking crane champagne rainbow chanted conscience billed lanes suns strains mavericks probability
sensitivity chin horrible arabian adapt millionaire antarctic boasts espionage lamb concession fielder giovanni suzuki
swiftly jockey disagreement dire dip ambition legends correctly chickens conglomerate rapper sore backward acoustic
alleging aboriginal harlem scrapped shores providence flip beth keyboard weird bremen variant prominence carson grill
salvage marketed macau mahmud brunei monroe tajikistan whitman freddie secretariat hay coral positively mar finalists
settings superstar minerals supplement sofia outline chased processed galleries osce polled shimon airplanes
appreciated fundamentalist bunker exploit looming tabloid dmitry answering influx apollo composers smoothly treason
specter paths campuses britons reyes dictionary shepherd hashimoto prop liquor apologize moh pinochet advertisers
irrigation liaison hint fea conditioning recurring inhabited theoretical develops exterior fusion varies saga
organisers performs whales costumes infectious preceded yielded psychologist eaten frankly submarines concludes
chester twitter casinos shutdown filmmakers shannon fundraising mann ossetia ceremonial herzegovina judging min
countless insider midfield caracas emphasize pools helm ensuing shaky dimensions sliding commuter maiden hikes
preseason proposes bowled superb freedoms bosses worrying lucy comparing malik mahdi blaming sitcom preston escalation
defiance mosques sar deteriorating skip magical bombardment processor commenting abduction gbagbo sabah scenic mladic
cop plutonium frost contributor patriarch llc cdc vocalist potato owens rooney archipelago isle indirect polo
addiction amended ridiculous earthquakes fu bordering kingston morale webber timely gomez ecological mexicans enriched
nightclub presumed pub tapped tactic archive destined forwards encourages canterbury loser captive auburn donate
ordained mel rovers disagreed wesley trump motorola prints minors emma underwater makeshift outlet accommodation
pardon caretaker infamous quotas brandon promotes edmund supplying worsening shocking unwilling vicente obscure
probable savage destroyer taxation hijackers ancestors playstation wholly poster muscles collaborated fried definitive
zhao joyce broadcasters mediator vikings kilometer subprime packard pipes diminished impasse insistence xu toe secrecy
downgraded holbrooke ate brunswick shelves gong fra homicide salvation exploitation napoleon tightened whitney harare
browns erik mobutu slice allegation remark slovak elbaradei roth td echo patents srebrenica gaps industrialized
stuffed jazeera sunk lining bucharest drafting proposing publishes accordingly revelations pressured nokia undercover
lp wheelchair invention multilateral kemp poets ounces ur norm incredibly surfaces listeners deceased baldwin
commentators levin combines diaz phelps vernon reduces mit rein sniper paula relax watches prosecute downed bury
logging charleston clubhouse sara broadband spurred pavilion indexes underneath backlash gymnastics golan classrooms
lengths centimeters crowned peng byzantine corp ridden advise lang spinner literacy nike occupying marina strikers
embarrassed cubans whereabouts junk inevitably fitting shorts rebecca rows browser cows hicks duma contended kee
incomplete insurer illnesses ajax unesco penguins crushing tolerate rashid prestige reunited warships compatriot
videotape depicting repression ranged barring demolition exporter shelf lecturer paved destructive possess dental
recognizing himalayan lifelong copa faded lonely derivatives distributing condolences pivotal rogue brigadier thumb
sacks ayatollah costing chernomyrdin dunn sunderland prairie pills opium thunder realm reorganization durable logan
postpone dispatch greenpeace recruitment banana topple cannes fe najaf exemption pornography violin somerset
cunningham woodward gazprom saleh cloth julius alain glimpse te controllers windsor cowboy friedman embarrassment
edwin rita digging gentle cone aig calderon eighteen annexed repeating mentions admitting playwright tossed migrant
leverage sights fragments misleading abruptly cologne hansen cables procession chanting commenced surpassed skepticism
revelation freeway slate engineered conquest kidnappings nasty goddess fielding dragons connie commemorate accumulated
rockefeller tributary outbreaks ftse cheering neo vista curator flyers lowe distress shrimp astronaut rat renovated
gardner certificates labs vicinity lithuanian pcs supervised deposed cheers dedication growers cuisine explored hardy
improper guru bother joked gloves overshadowed emotionally sufficiently vault stirring stranger rewards presbyterian
silly laptop damon acknowledges muster spelled witch defenseman criticize retains packaging gerard compositions
angolan judy hyde arguably willis profitability yao bullpen appropriations cites needing sedan roses doses plymouth
builders reinforcements frances cultivation reuters arise grouping lara spokesperson preserving collided screened
ditch hayden bureaucracy travis discharge avert rewarded minimize olds daly clerics lender expire sabotage nablus
erosion pri ironically berger commercially pirate touches blade sour dialect byron feud discovers taped teamed ebay
quarterfinal extremism fatalities petrol pneumonia customary immense downing illicit clinch discontinued shortstop
pitt sings amr acknowledging toilet simmons knocking scoreless benson proceeding contamination moldova papal expose
boyd glove missionaries designing unauthorized goodbye zarqawi sporadic stefan harrington felony pumped clement
twisted merck obliged wasted williamson diverted stemming virtue telescope sally desktop spun dax clara dash anatolia
onion bahamas silvio posing trevor watts vince birthplace builds delegations newsweek rugged abide woody famine weaver
disruption ih hiking farmland joshua reminiscent quo squads henin warring ranger accent deportivo vaccines upside
creature indy manned condemns reconsider translate rational promotions confession preceding wan confirming olivier
bayer nile spears fancy absorb provocative mo deserted butt sunnis bermuda overly daytime overcame transferring padres
arrivals spinning circulated neighbourhood chaotic hostility archer terrific helmet assisting sums protections
comprised illustration potent brook protestors bug controller tycoon brakes burnt yitzhak appetite barber aspirations
resemble showers caring heal recalling cheer predecessors inmate clips dominique els tunes reasonably underscored
motives donovan volatility extract invisible expenditure environments qualifiers anytime homemade jumps whistle sparks
shrink plague borrowers exodus translator discharged redskins undertake realizing hi curtain censorship nepali strife
relate asteroid boarded hormone rope davidson convenient defines hazardous adjustments patrolling greeks undermined
helms documentation bo repeal servicemen pulls oversaw packing irving clever contributors buddhism globally aligned
powerhouse retaining widening clarify kathleen console waged lovely sculptures schneider anton cockpit tighter rig
clip cypriots homosexual mg daniels punitive independents cab fortified sussex ramon newsletter martyrs subsidiaries
habitats fringe triggering mayors celsius fortunate seating resembles lied outraged consulted sixty yangon dwight
accomplishments peasants remake tubes demographic metre blanket delivers francesco nl waco unstable garnered receivers
homosexuality spiral laureate sequences fountain granite staples kirkuk toulouse lula convey vinyl breakup buildup
skate learns genetically roadmap teachings abundant aliens nowadays laborers conrad reef predators slipping stalin
bangladeshi treaties ratification pulp tumor dances vicious rbis presiding undefeated intentionally defunct morton
advancement cleanup accusation spared charlton blows scratch fleischer prediction authentic pier chee dorothy webster
listings bean leased mgm buffer chapman envoys mci inviting divers obesity predicts assaults gifted clarence rodney
fulham inquiries borne appliances wilkinson elephants remarkably authoritarian collectively sailor loyalists liga
preparatory sur pause fronts altar outfielder blueprint coffin cried deborah vigorously beard bian selective riverside
module akbar imaging pits darwin assailants gil pageant attacker philosopher repay mitch maturity educate receipts
delaying macdonald primitive drastic exceeding tricks noh cricketer lien ortiz barn clad abortions marty ethanol
garner prolific ernie byrd gays annie ruiz consuming salomon visibility hewlett armoured cottage folded captivity
alley speeding swan pavel netted amanda rioting timed ruin prefers plummeted daschle mcclellan departing portray
regulator saskatchewan inspire shortened poker hank graft johan sensation advertisement sweat fatigue nam chandler
joey greenwich assurance spate outsiders caves deaf mailed phases void condemning mandated wagon flora acclaim zuma
atmospheric chairwoman laughed lionel execute ahn deter strips shapes seldom fairy nacional magnificent proponents
creativity graph lauren constitutes kinshasa hispanics niche demonstrates shower monkey besieged kindergarten exxon
vigorous lightweight titans fundamentals repaired lutheran gently meteorological separating cholera scholarships
dividing participant mega bud cracks goh julio attributes foremost jamal steroids pill inflicted hats technicians
fuller prevail enables privileges halifax torpedo dismantle islamists colours wilhelm possessed busiest capitalism
welcoming xvi lim catastrophic lancashire anita configuration contempt schedules austerity spies liners ecology
importantly residency paulson alliances moist disagreements kerala steer liner judaism matthews expressions prohibit
admissions thieves diploma truman thesis mock auditorium franc vector blockbuster blames snail awkward domination
hamstring incorporate staffers mammals dependence ernst sutton mesa larvae curry wigan dawson brewers bogota devised
considerations barrage readings wolfgang yan wendy spree endowment golds smuggled troubling builder tenants timeline
recognise fork alzheimer haas wonders airliner mecca spider imagined embedded viruses payne accurately pouring
declares sears clr buyout cracking luggage pains concluding isaf integrate advisors sounding nickel relentless admired
reluctance masked mistaken recommends maxwell hurts realizes kai kaohsiung automobiles pave upscale calculations
tianjin similarities wah amin tuberculosis stephanie ing commandos fortunately yuri saakashvili inception caliber
tomas deepening individually xavier sting rudd socially peters neglected deteriorated pets shortfall tackling lent sr
manitoba seals unbelievable disturbed refined beverage heavier dividends prohibition pristina modernization parcells
interception infants unleashed mccartney sanitation interactions paralyzed vegetation discounts filter doomed
compatible bassist badminton handsome anime geoff sphere enlargement disabilities botswana theorem cookies perkins
coastline cylinder grapes lukashenko sampling lancaster eva authorization pumps homered mack measurement beast speedy
formats automated rats winding shadows intervened shooter oblast rupert assessed eng surrey katherine succeeding ipo
worsened pyramid biotechnology patrons distributor reeves smugglers mueller topix presently shade reversal highlands
corrections estonian touted famously bloom siemens mythology iphone agers barrett koreas anglo centrist daytona
middlesbrough lively statues frames sidney cord stripes moussa announcements megawati hierarchy topping rainy souls
discourage maternal bavaria resuming molecules goodman fin shoots verizon tah woodland edison sexuality width inclined
vaughan servers cocoa washing hottest acre gerry jupiter sack dismantled hollow resting speculative bowls wipe hindi
countered abbott distances gubernatorial revered eruption oecd samoa earnhardt everett marxist bologna weber volvo
yorker shutout dortmund uncommon disqualified bernstein surgeons una chun zambian fargo comprise assertion analyze
possessions hefty restive batman loosely togo champ criticisms umpires phd exclude procurement interpreter wildly
impacts perot exaggerated planners swimmer correspondence totals nottingham gunned wrestler scales applauded rallying
speculate accredited exams regrets clout variants perpetrators abkhazia unconscious pakistanis saeed cane apparel
eternal deprived analyzed fiercely parishes carlton limestone complement friedrich directive undergone bucs shine paso
planets ying strangers populist scouting corrected looted lumber meltdown continuity replaces balancing manuscripts
unita constituted surprises feminist arson ample thrilled authored crescent retirees synthetic fulfilled sanctioned
guarding burmese belle deterioration johann vampire bolt sexy motto maoist projection framed pearson marino robbie
bonn contracting defiant smokers specializing grandparents turnovers surf horizontal generators offseason kraft
dominating affluent hail slick fiery sumatra outpost constraints doubling outrageous specifics examiner lighthouse
undersecretary promoter fledgling demonstrating salesman accessories veterinary courtesy jails algiers bitterly
corrects cornerback minh relieve humble hawaiian whaling schwartz crashing induced nerves crisp premise scorers
motorists supermarkets weary scan lobbyist owes nasser newcomers waging organizational doyle specimens arresting float
interceptions reformist lennon backgrounds cite smiled gonna marilyn jays khaled prevailing refineries guiding replay
sevilla suffolk feedback scaled textiles abandoning requesting bets aberdeen snyder palermo poorer implied dissolution
worcester angrily purse hypothesis sideline underlined nationalism pretax stadiums bowlers depicts accidental
arbitrary lounge intensify hurdle emmanuel brighton descriptions conquered loading barclays halloween inspect ghali
cisco counterterrorism neglect lambert highland opt oriental compulsory kuchma sliced fixtures undoubtedly exclusion
strikeouts kyodo medina injunction friction yukos tripoli manga operatives raging rove judith phillip smithsonian
banco outreach flurry apiece portrayal socialism alexandra vanguard roche alps lorenzo kaczynski fury bihac stoke
perennial nz kronor clijsters robbed converting tbilisi fairness melody strengths tastes incorporates fundamentally
cocktail notebook publicized rulings prescribed await misery indirectly unarmed foil extinction geoffrey allison
ideals suppose expenditures intellectuals vaughn brewery reckless gramm gill micro stalemate dhabi pipelines sincere
landmarks flaws photographed wizards softball undermining escalated assessments murdering whitewater pioneering
philharmonic cousins implies vii lashed liberian mustafa chargers dilemma medications progressed pharmaceuticals nail
lips allocation gastropod brewer jenin khalid nippon benz radicals ensured earnest libby os homage praising unpaid
thriving rudy interchange coordinates discovering ga discs belts prudential winnipeg pal brewing seizing observing
quarantine marvin ribbon prevailed professionally delight eclipse jiabao subtropical hearst emission emigrated sketch
sands holed waziristan omaha hints sensors ms irresponsible baton mint ours twentieth measurements fool hogan volley
operative lotus portal romano autopsy seaside aces strasbourg itunes lodged reassure buddha reliability spitzer eh
allegiance eligibility velocity cedar heroic cops fixture gujarat bodyguards inscription valve contraction hale
reproductive elevator burger enlarged justification indie pistons calvin seafood nadu vanished seles sicily khamenei
ion comparisons boring iconic thornton daylight dusty ce dragging prevents funk med beit kuomintang chu lindsey amtrak
doll jennings jeep prostate preview attracts email yorkers lexington modeling batters dare levine jammu transporting
barton raja olson reich nguyen fraudulent plunging frog oaks narrowed resumes licence tri cao logistical puzzle novak
jenny certainty rover townships slept forehand tallest prostitutes sculptor thigh stack rigorous wires seventeen locks
shaft disperse massacres reliever organisms fowler impending defends fist midland andres elusive aznar gibraltar
martina expressway horns trilogy herb widened charismatic severed confusing abuja supervisors continually hd goldberg
fascinating baggage stairs affiliation fatally foe signaling brains sway pharmacy cleaner katie brake resides evenly
enforcing coincided tomato victorious grasp rafah jumper wool atlantis staple savvy consistency communal weiss spawned
darling lavish leaks accustomed netscape ambushed pledging resentment sami owe fertilizer vol concede irwin vitamin
assert cesar expresses briton camping hammered georges kibaki cultivated averages assignments domingo hee jill
fahrenheit adb dismal rasmussen pulitzer inserted subsidy charming daimlerchrysler empress anticipate combatants
marker shirley zhejiang settler sorenstam emerges devon boca routed splitting counters citation linux dodd jamaican
malls ancestry subdued pg sharapova overturn absurd cognitive ordeal cycles bundesbank convoys portfolios atlas
courtyard adequately verification rabbit scrambling kidnap genome passive bugs sewage syndicated reinstated santo
browne ventura incorrect unpredictable ravens medley happily compaq undecided drainage deregulation cho preventive
exploited scarce antarctica alerted petraeus crippled chooses drake welch drained refining seasonally mccurry
boycotted fractured gutierrez dispersed compares unfairly psychiatrist jew fujian vera slap turkmenistan extras shaun
cheating fearful sundays warlords nod mobility dismantling randolph crossings mortars battalions mourners assistants
newcomer frightened haunted adolf finalized celebrates installing breathe lavrov bothered auxiliary salim staunch
warlord telekom zia pleas guillermo overlooked belmont viewer mediators warheads bnp hanson recycling arrow spilled
alleges orchestrated iaaf fours rossi apparatus christina por allawi manipulation displaying compassion compelled alma
prohibits bye cares analog icrc leonardo vowing piazza hawkins lip employing jonas debating batter cruiser tuna rene
convene terminals shandong rapids pottery hancock marginal und explode bleak leigh quell dial djokovic mirrors
interval interact alarmed bushel envisioned qualifications maneuver clayton someday phnom oilers nonsense swat holly
sociology weld inconsistent obsessed rom vale algorithm er gala crusade walton screenwriter sinai consultative quicker
remedy titanic saturn discoveries sandwich jp corpses crest beetle ineffective pasta va bred garment reggie curse
drastically kostunica vibrant uzbek ernesto runaway pratt griffith simultaneous encouragement tucson disciplines
merits weighs bertrand wenger miner praying rutgers yoo nuggets trustee onwards debra ruby trimmed lowell counselor
golfer blitz forecasting wired concealed mcgwire facial bedford waterfront mas calcutta romans kathy substantive
predictable cornwall tenor stockpiles flavors gatherings grape modeled consul industrials swinging ingredient
competent narrator protects koo relics worldcom peshawar moreno recess plaque koch porsche museveni disciplined
perimeter seminars pulse mapping unavailable emerson canvas cloning anchored valleys captives reelection despair
structured spreads soda crow kamal fullback defied constituents honoring salon aqsa eli tricky outcry mccormack suisse
shutting buttons sc spirited outing blankets injected marches stearns kane heather upgrading hitters vivid superman
roofs unilaterally karim modifications moussaoui guitars rout faso carmen nader dams genoa wfp variables aka statehood
hooked kickoff asleep tanzanian spouse prominently cuomo laughter spice evasion shaping leveled texans digest imagery
cans johansson krishna deliberations verified sentiments provoke winters coats outcomes hazard intriguing schumer
rigid sidewalk qian shi centerpiece dolls mastermind earns hyun sahara capsule antibiotics survives maya pioneers xbox
nicholson stunt tiananmen aggravated mozart kathmandu beneficiaries fannie plead zapatero mcgrath alcoholic melissa
memoirs yangtze irvine realities urine fiorentina mayo ldp commando parameters fertile bach das shipyard gameplay hal
carriage voltage hanover kodak mutually mls rex stein viral liable rituals detainee srinagar verses hindus spinal
jeopardy ratify punt hanged practitioners murderer terminated shea trainers protagonist closet cooler recorder
retrieve fry pushes affection fraternity barbados stumbled particle vow aiding undertaking approving ballpark xxx
uphold irony symposium volunteered pupil assaulted alto paolo contributes pacers nabil onions depart paired baroque
reminds abusive morality swings garrett duel activism doom flores tasked constituent blix cared elias affiliates
weaknesses proxy ashore kidd berkshire incursion recounts stained rowing laughs stringent aden satisfactory norms
stall devotion lasts subscription indoors coincide irregular colon basel replacements devastation referees daring yong
seahawks prevalent monsters acceleration feeds burkina cleaned oz discontent czechoslovakia concentrating insult
ponting scots eriksson ladder disco keane stirred cyber confronting thatcher passages scheduling kaiser moderately pak
watershed violates yonhap butcher dough pepsi explanations goran regimes saturated satisfying defuse stevenson
festivities phantom baylor advising pna baath shining educators owning guerrero miniature egyptians rested genres
remarked caucuses demo digits stade unlawful extradited stresses barroso excerpts bates distributors fossils
combinations envelope wit circuits pounded eisenhower prejudice innovations penh bangalore freshwater hurled kerr
inspected caspian turbulent holyfield workout beacon groin newswires scrambled escaping deepen yunnan amend
discography gymnasium nfc treasures hiroshima parental smash lime halting warmer mayer amusement miserable registry
alvaro filipinos coveted ambulances generator invade nec badge hated daunting thames hello crippling outdoors rumours
tina vocational airs lungs rampage candles couch spaniards locality drunken deeds thorpe chevron parsons alarming
mcdonnell derives knox hannah randall pfizer syed bauer havoc detailing itv comfortably mai epicenter daddy lobbied
michele md yoga floated uneasy chronicles newfoundland saudis evolutionary playboy landslides mascot gadhafi
internationals mcconnell latitude drills fertility apples tablespoon entourage hurling urgently withstand flowering
policymakers desirable liang yevgeny nigel withheld accelerating boil quarterbacks dissolve cpi designate soo
brutality offspring latvian scenarios wizard prose ultimatum coventry zheng evaluated ronnie notices zelaya sammy
examinations oo static belly attendants restriction keller zip isolate soviets piled oscars microphone duh stature
synthesis expel noel dramas moderates qin skeleton daimler nina treats flank grains bjp advent alvarez motorcycles
brendan weaponry natives heartland tract inventor cod dar operas clandestine periodically strawberry matchup breeders
presenter choi sweeney mantle improperly knives occupies positioning assessing dudley assumes pasadena polio viii mick
warne forecasters dah ejected tate pol josef kgb footing backyard anthology swimmers tobago chill courier abusing
milligrams ordinance precautions sizable leverkusen bilbao husbands catalogue squeezed inheritance maneuvers ginger
frenzy ty mohamad milf mates helmand baked deploying pretoria dull clyde scholarly emeritus finn vain jaw electron
suing cautiously straightforward flynn fi slashing dec teddy repatriation idle raleigh hitchcock accountant boulder
centennial irrelevant ego mayoral princes ivy antique adhere parody defects storyline accreditation diamondbacks
selecting cc dinosaur presley norris colt nuns styled ludwig ger administrations glorious relocation cardiac ul tidal
balloting buoyed antoine tooth sketches rotterdam traveler fences clarity bolstered stephens blades instituted prussia
reproduction clue forgive leaking slapped coma ewing geology protracted compromised foam rey maher norwich obsession
angles waugh kelley santander irna bart mediate peel mormon lai safin trout inexpensive hype holt dubious gossip
jiangsu vastly fulfilling betrayed ping bamboo jeter siberia efficiently salinas congestion yassin porch si policing
arcade robots radius misses flock graeme submission aquatic bergen authenticity zedillo heinz chunk nude slots arising
theirs embryos doubted honestly giles downer danced exercised dent crosby hurry clusters procedural bake beleaguered
corpus cindy dogged catalyst profiles longstanding rn secession deposited cruises sked fading ribs faults mentality
shapiro miranda grabs fabio gabon plantations reasoning jaffna protestants bricks gephardt rigged downstream madoff
manslaughter wetlands ahb villain reviving maid steele bravo ramp ito occurrence differential scripts environmentally
insiders unfinished baxter caesar wielding phrases royalty remix madness aa unsafe swamp preacher wheeler iverson
cache internally forefront negligence pena openness cigar heats moi transforming feng plasma ip solitary rite advises
preferences spielberg paterson ned xfdws assemble bhp monkeys boomers angelo setbacks corey emi vulnerability tb ussr
grafs highlighting tutsis advocating pedestrian icons facade rematch helmut soybeans guinness federally doubtful nolan
ericsson puppet endure anders scandinavian tapping barker covert decorative ari huckabee invading din authorize
gentleman linguistic dove chretien histories attained differs tangible translates primakov usda energetic franks nyse
sosa rector nationalities pragmatic births continents conspiring bce correspondents freshly printer deepest reshuffle
baronet announcer comrades bernie translations texture possessing eminent tai hears luiz vineyard discouraged spells
reopening hastings technician flared laurence competes alleviate unwanted paperwork putnam spectacle zee inclusive
katz baseline awesome mold catering asthma auctions skiers werner decliners reeling eleanor alfonso illusion
safeguards herd endurance genesis khalifa tong surround zardari meditation gloucester normandy mindanao muh pascal
nicklaus viking alejandro shen eads derail advertised faisal definite trafford residences vanilla greenback combating
unsure physicist renegade affirmed traits jericho oprah slices gratitude schooling enact problematic ita bulldogs
setup howe plastics foreman guyana beers basilica dvds partition marriott mauresmo abundance cornerstone hospitality
snakes capitalist refrigerator drift bounded benitez wembley shrugged melting blazers clocked brushed swung pillars
generates unionist rack buffett ferrero limbs caldwell hiatus granddaughter handicap toni tar staffed convertible
inherent installment billing freelance manpower concentrations santana scream punishing picnic ripe warship tones
ballad parkinson restructure varsity haq romero recounted tenet bolivian liz yusuf batsmen liberalization duval hid
nearing staggering chefs consume conveyed depleted villepin illustrations sunlight mongolian soprano basil telephones
reacting mistakenly noah rang chechens goat bodyguard apache behave believers steals eco smiles incurred
interpretations aaa regent fueling obstruction sponsoring vacancy winless inspiring handball gregg backhand robbins
youthful exceptionally semester tamils resurgence orderly assumptions letterman geometry malay affidavit junichiro
raiser rests captors crossroads packs periodic hangs tow visions divisive della eroded attendant kumaratunga andhra
islander aesthetic downside persona isabel bureaucratic conception challengers pillar juniors schuster emphasizing
strive fah avian cookie painters spanning livingston injustice meadows heirs neal crafts brennan doo slaughtered lured
tuned exposition ortega enclosed troupe collateral photographic encyclopedia darker cove hermann turtle comparative
raft processors simpler higgins sacrifices artery onset chiefly revoked depths eden devote earmarked lebed suppression
akin nineteenth documentaries manny moisture nagano infinite sadness evolving escapes duchess harmed saad surroundings
antenna reversing laundry reluctantly sm lily utmost coliseum joaquin tendulkar relates natalie seymour burnett caller
slug coconut franchises wishing forums mutiny geared imperative outlaw villarreal dreamed restricting chongqing
greeting sophie astronomy unresolved italics emergencies realization bounds introduces currents gaelic concerted
reilly auschwitz royalties marcel regiments transmitter crafted fencing outdated squash classmates peasant hyderabad
dillon helena modes adjoining coined alessandro loads genetics thwart allege hamad anbar specifications surfing didier
peanut patrolled peaking seth infringement starbucks chassis greenberg anatomy takeoff lax op commuters rhine
dwindling mercer intake mobil discretion savannah directory equals philips spouses richer obsolete dimensional jah
wildcats behavioral nitrogen strongholds gravel rattled divides alignment abbreviated suppress shinawatra cecil
snatched directorate insecurity coaster archaeologists humiliating monsoon parachute waist disguised walters levi
conservatory wedge duchy mon doctoral bordered messenger playground sneak faulty rods belongings schalke succeeds suv
leasing uphill concord punched byrne additions importing appropriately probes terrace supplements conducts radovan gut
pleading ignited beginnings cute chili info hardship useless ng watchers ole equations whipped hugely fascist
maharashtra medics haired exposing brooke tasmania giuseppe inflationary mdc landscapes steroid dignitaries banquet
biotech stabilization formations whereby stellar synopsis rigging nino sharma stricter velvet initiate improvised
blanc viacom starvation feathers alphabet ahern zinc pt supervisory archaeology reconcile sabha skirt resisting
nanjing etymology gestures vying interpret aisle ramsey detain stereo communion fade mollusk shan ovation fastball
calf cherokee frightening everest luh slams pontiff nepalese calculate companions ipod doc terrestrial lacrosse
graffiti culinary forgiveness persist offs skier crowley parkway paving honolulu kaplan addis hut emanuel backbone
lush exhaust dundee capriati extortion validity collaborative jewel offence disadvantage lufthansa sinatra neighbour
themed gustav discounted overdue gunshot bashar unveil feinstein berg knesset hector thwarted swede lilly evan romeo
curling needle contestant coincidence alexei negro yudhoyono scramble como submerged convict elisabeth hornets
horrific macintosh appellate munitions jensen haifa calcium trojans susceptible secretaries wrecked outsider hazards
improves reforming grabbing streaming calculation undertook nuremberg diversified papandreou wards po snails divert
lester kris ya amber confessions patches fielded whatsoever notch inflated jaime guam racer tempo ghraib doe
humanities golfers biased extracted wolfowitz opel nautical stray bumper hijacking proudly sadc alias illustrate
nutritional bonnie sensible textbooks elaine evaluating greet watergate corpse suez railroads nightly acc erekat
geithner kramer controversies sperm pike nursery incidence clifford rumor mankind gillespie tripled vieira jeanne
demon nassau nikolai niece soar drone sinclair redevelopment allah raged mullah discarded fritz mechanic mauritania
inferior nominal conditional subsidized bullish orphans saxony soaked migrated captains sanford smoked usd heaviest
weir isbn honorable kang chemotherapy stamford utterly revise monumental reside deferred determines indefinite
unmanned wakefield freshmen lava gallagher cyclist benin bono expands mourinho incorporating bandits motions yielding
paz overcoming sonics capitalize upgrades patel phased benazir boone capitalization analyzing albion motel insulting
educator freeing seismic enthusiasts finite clearer parcel preferential sonic defying descendant magnet shotgun
densely th discusses proportional jia prayed astronomical derivative odyssey atom zionist falcon larsen squadrons
fairfax merging replica lawless icy fond percy carolyn sage putts decay bidders vacated soy barbecue henman admiration
amenities foreclosure chennai severity subspecies hourly tankers wow oceans sorrow westwood blatter thief
developmental gcc proprietary servings devaluation thread watkins thierry hakim convent talabani wolfe gavin slips
lucia needy mammoth muddy courtney reclaim dupont circulating lackluster naive pessimistic onslaught kits falun defect
doh boyle brisk neville rai stemmed erie arranging lid precursor nur beverages accumulate decoration curiosity
presentations bracket preaching pastoral bribe gorge icelandic selections magnus towering jemaah emblem abolition wee
mentioning frequencies vick utilized richie enrique ftc eradicate auditors patty amassed qantas nomura rios picasso
resemblance sumitomo rudolf suspending lafayette plaintiff cosmetics sk rehearsal expos heinrich roadblocks turbulence
possesses humiliation dai detachment dynamo burlington ringing weddings pamela constellation steinbrenner uc aus
portraying pioneered exceeds pollock statutory borussia czechs outlines rip switches seriousness sanction
thunderstorms flotilla tractor goaltender platoon booking aquarium cries phenomena kendall coyotes sol inaccurate
rebounding auspices perceptions nails textbook naacp culminated responds broaden navarro membrane establishments
relocate duet schwab saunders einstein cadillac outset repertoire boasted honesty assam cleansing bremer forging
humane piper uneven lamar ancestral neat tudjman juppe redemption grilled simulation acronym focal crist goldstein
beaver sutherland derailed pounding winfrey extensions herbs myspace squares favre dialects atoms bollywood
montgomerie vendor gorbachev olga receptor castillo probing flush eccentric tiles nucleus avid sustainability durban
adjusting identifies separates dominates hutchison decorations shrank dismissing poetic yelled dice definitions
headache proportions realism basics abolish sci fabulous spokesmen camden brace ling henan convergence echoing tumble
vinegar yates invites canadiens feb gah nobility suites thabo gps vargas mallorca singular blogs marin ka secretive
liters cynthia im chao asbestos howell loyalist tonga traction keating scam app notification crusaders suppressed
uncertainties indonesians transcript demons guo hooker revisions sonny breached pros perished attach wax captures
salute haider citrus worsen illegitimate claudio buckingham genera traumatic comcast peppers botanical karbala europa
coroner violently ethnicity humphrey draped slovenian sunrise hoover councillor psv embracing directs jammed haitians
insect awarding ngos bruised dinosaurs unanswered collapsing slum standardized tandem tolerated cynical cameo polished
ozone abn motorway vein confinement chamberlain breeze aspiring ababa wwf royce overweight ghosts manifesto reverend
barnett blond asians sadly logs prized boon clint polite rusty resigns beckett astonishing quincy accomplishment kan
differing favourites chaplain punches decreasing pullback ballroom spans frogs augustine mccoy sabres helmets heathrow
judgement gum fracture rotten fared shipbuilding cumberland resigning hwang vans crust anthropology thrive statutes
nan climax macy briefs exert ashton comet denouncing folklore unconditional rendering impetus cafes withdrawals italia
chilling bounty eleventh aso apprentice liberated extradite teng middlesex str prudent swelling twilight permitting
upright stump ager trailers val trusts localities databases leahy dominion lsu mobilized sbc salman brazilians obey
noisy contingency modify skirts parentheses charted piles wanderers vacations lamented wilmington consultancy
spearheaded hastily rahim flanked conway leaflets melted pinned miniseries modification openings retrieved purported
islamiyah renovations leafs menace upstairs marx rocker munster wrapping provocation payton esp manipulated temper
gunners warehouses bilingual ching filings deposition poisoned vetoed oppression dover gazette clutch boiling
cavaliers tibetans shortcomings deflected feminine terribly maize eliot mismanagement registering humorous sermon
exiles cooks insane banda mistress courageous ec zaragoza mujahedeen bark jubilee constructing greed humidity jun
privileged stoppage bartlett mysteries regulating constantine hercules uttar catalan mandarin ruthless acids nominate
battleground emir socks mat ancestor cheek mckay mend uproar turtles gould porn asserting cbc awakening hoop
restrictive rash cooke patriotism lauded holden balcony mustard valerie lateral concerto underscore dumb vogue foiled
dismay govt terrified karnataka displacement nicely rosenberg loaned nouri upstream slides trichet laurie carnage
skipped vivendi sprinter fouled eelam hsieh mired embryonic countdown gb maradona televisions bored fuji interfering
deterrent maggie roe cushion lhasa olympia hammond offences precinct bowed interpol flint elian destroyers smashing
strategists masterpiece outposts blackout razor flats edith caste rodman postponement liaoning jeopardize deflation
swollen senses cac cote render leonid transmit jaguar soybean subdivision lam clare upstate forcibly cruelty ferrer
numbering vanderbilt sanskrit expeditions tucked vehemently rowland downfall selig vineyards spontaneous usher osborne
copied encompasses cadets bakery tentatively gale mama rents agnes metaphor samantha clive ocalan ye addicts hainan
slumping abidjan thrill winchester tissues reza fauna constantinople marcelo tallahassee drowning distraction
compatriots derrick atkins fugitives daley hillside armenians tiebreaker sweeps debbie liabilities tulsa panda moya
babe ironic impress robbers reap illustrates greenland repetition beethoven forested disruptions bump barometer
feasible lodging hauled consolation creators kwan buh desperation petitions lille occupants flourished entrenched
purdue unharmed alexandre notoc sap homework legality endeavour wb sensational honduran anticipating fia dirk hahn
toshiba mans bees steak attribute bikes unrealistic russ monrovia mia waived spoon analyses arenas landings tram
semitic flick hunted nun skaters kyrgyz microwave moshe crossover ropes slater jospin tempered marquis assassinate
cliffs gentlemen tumors lire cooperated huntington mazda depended ascent clintons pitted accessed verde woke
championed tunisian respectable invoked ames systematically financier sprained paperback eurovision noir donaldson
rails fahd magistrates leases engulfed jesuit swedes verb schilling orbital goma paralympics algebra inc percussion
elton mushrooms wealthiest crab vigilant conferred inject offended hallmark bottled hails adjourned segregation tajik
marrying botched seventy spine inciting rogge bhutan brawl pistols weightlifting cruising ligament crumbling objection
testifying outfits hydroelectric fisherman bureaucrats catholicism luc motherland johannes specimen distracted pius
skater wa stacked receptions cancers denounce applicable stumbling canoe congratulated renounce waiver buckley lays
twa standpoint dietary tug evolve pla unionists cyclists satire disguise fresno barkley molly explores dangerously
heel ignorance ecclesiastical precaution ranariddh genuinely kla coronation tumbling embroiled attachment slender
underwear mercenaries avery vijay benefiting olsen arrogant osman cadet lyons mosquito betrayal eastward midlands barr
mrs coasts cochran patronage charred mare supervise elliot beautifully congregations dictate entertain drifted phi
risked dresden provoking dartmouth notoriously solicitor startling loo desmond favoured collaborating audition popped
aurora nineteen persuading spectator softer gators kafelnikov persisted thrilling tailored worshippers edging
protocols diminish heck grassroots harassed beams stafford computerized disturbance hygiene dwarf fashionable
vengeance padilla branding bites resembling telecommunication hoya balloons hunan comedies rebuffed commodore humid
carlisle lawson luncheon ambrose prehistoric slew hubert misdemeanor encoded casts weights aluminium invalid annapolis
bind deadlocked seizures complexes melt judo bel shades outlining cutbacks packaged torrential gee prep cosmic poppy
bengals mirage incorrectly burgeoning boiled ruben mailing quarry suzanne rpm lineman finely goose dissatisfaction
tinto paced strongman rodgers saud mauritius bookstore moths principally keyboards breeds frankie accommodations
sensor hepatitis ix costello dudayev forgot delicious benfica emphasizes wrongly pretend tata exercising lineage
onstage conducive stride regretted rubles rafsanjani astronomers cobb intentional canary lat twelfth leipzig
denominations khodorkovsky curves launchers gretzky erratic weeklong abramoff rink impaired therapeutic indictments
wrath weston cyberspace dateline staring excuses rus colspan domestically looms pretext erased nafta echoes lars
chunks insights uaw judgments denomination loudly grouped occupational penguin parry tnt mitt jimenez democratically
overseen actresses radically latinos chiapas organising diagnostic majesty uci benny fulton patten administer
homosexuals vocabulary biologist emile parallels circa avenues birdied discourse cosmetic qing antiquities peggy
benign randomly memorabilia therapist toh goats vw eid stats adolescent handy precipitation quran enrich planner
guatemalan bavarian understandable awaits nonpartisan radios danube cooled harshly estranged waits bicycles
assassinations theo vigil perjury mclean kampala clans noticeable chord subpoena musicals mater coated finley prelude
germain headaches defy instructors stabbing enraged bowden gig fray denise flanders schultz unearthed swallow
barricades corridors metropolis cam reputed schoolchildren shocks airstrike quitting telex prohibitive wrestlers
reviewer climbers luca prussian tags lauderdale bogeys climbs intervals bald fitch weakest mariano maldives
legislatures zidane warmth fluctuations defected melvin uniformed mackenzie bpd fuselage frigate denominated
manipulate hobby convicts djindjic footsteps hubbard frederic canned kitty wording critique sandstone aquino mw yuh
inequality vaccination sustaining supernatural seasoned fumble udinese surpass softened tearing erase telecoms indices
alfredo rca dessert presses blanco glamour gown exploding successors mcbride kung molecule wandering regina daewoo
djibouti muted mendoza bio portrays laurel defamation griffey lucent sebastien harriet fedex originating martyr
patented flattened rosemary mba mandates madras underdog modem baja keynote deepened trumpet hsu turbine versatile
claus stockton augustus mullen destabilize palaces oau groundbreaking principals georg sikh hutus heed crimson cn asif
popularly casa kazakh ku predator gerrard attain sept luka falsely zen widen ailments bert mitterrand olivia yelling
endanger amphibious authorizing collects academia eaton auditor shelby takers theatres handgun intercontinental
occupancy redesigned restrained collingwood invaders insured mahn intimidated maoists tame nsw fenway realised
firefighter mln abrupt comptroller buick sas publicist abnormal fibers extraction marian temptation budgetary
ecosystem peculiar shalom groove markers carla sprayed simplified curbing heroine cabrera travellers heisman
confrontations kroner ipswich shelley farrell deception oasis degradation flare bse stereotypes simplicity montoya
kingdoms sinhalese cb conceal ubiquitous muscular hebei compounded diversion desires bouts townsend belichick
nostalgia toes shevardnadze likened ferreira ital myriad raptors carbohydrates fundamentalists brittany bihar
gardening medallist lamp uruguayan assassin mlb depiction precincts bon tombs shout gem toilets rhythms swearing syrup
raping electronically orient groundwork subordinate skinner pew ferries ellison culminating endeavor smuggle
exploiting tsang shrapnel saab hutchinson mena beheaded completes okay camel gov ams dutchman multimillion inscribed
albuquerque steered maverick eagerly modules gustavo luna depict bowen gloomy traps cube fukuda lb consular arthritis
unused leno middleweight avenge weekday nonstop trophies kahr ark ledger feasibility isles antwerp tackled tiffany
booths seinfeld baku ambiguous monasteries flourish grievances cio roar landfall newborn chic scenery disarming
meaningless detached lamps willy progression sp pads amos armour closures stalls ngo disregard equatorial sonia
escalate fr fao frazier contradictory fluent bidder dae bhd ta irene screamed soften fairway posthumously polluted
carrie stabilizing excavations homestead amro resonance blonde gallup evergreen weed libel interviewing exits canals
informant vanity conversions surpassing cumulative proclamation cppcc interred exchanging frantic petrochemical cutter
praises iss attends vouchers cardboard yo moose filters musa moran striving chairmen bcs bookstores westerners
unmarried oxide sundance superiors turbines behaviors antiques reformers wbc damn underworld asserts fend cereal
invitations frist tirana siding repercussions yokohama riches condoms warwick incarnation hastert armistice tikrit dim
midtown undocumented intensely counterfeit forrest glow prosecutions appointing ceramic moslems underscores livelihood
sinister commemoration toast jurisdictions bowie pressuring audi lagging sotheby bravery rosen shiny chairmanship
navigate distressed informing messaging intimidate rectangular rutherford commemorating saharan bowman wracked emirate
solemn disturbances debacle assertions seville conform massage shepard wasting antigua propulsion camouflage vee natal
nawaz amazed tsai faltering sega invitational brighter sheila subs fills biting approximate rs stormy uninsured
inexperienced recycled livni sheridan siberian nominating rendition noteworthy biodiversity healthier profoundly
compression simone tertiary recognizable racially horwitz assemblies dugout adaptations remedies granada deed shelled
hoo singaporean managerial roared kenyans undercut bucket magnate prostitute upwards paddy ordnance termination lagoon
admire alicia distrust snack deleted peugeot specials bellsouth lao generale pp sloan berman contending ntv
prohibiting pity rumored havel ike hongkong footed connolly booster disgruntled markedly flemish dalton decommissioned
stubborn perspectives arrows lusaka collaborators pots congressmen dakar backwards oils sylvia westward favoring
diarrhea winery imbalance unfamiliar entirety ay reorganized intern absentee alison hormones hesitate mccall
izetbegovic titan ganguly glover universally horsepower jaguars pauline excavation spoiled lenses detectors christophe
bouncing glamorous halliburton hydraulic ot gareth orphanage equestrian deadlines freak upheaval disappearing
saturdays strewn pee hug tara dye froze damien angus penetrate nate lra eastwood kicker modernize handicapped pins
rationale landowners remembering posture reese wraps neutrality deity daiwa tuning wicked evenings unconventional
nkorea strand refueling yanukovych ayala specification extraordinarily messier abbot chilly comparatively bentley
niagara reservoirs dagestan esteem outsourcing exploits staten arises ponds infrared vodafone fema regency
recommending researching wrangling pronunciation popping lyric councillors dolphin bluff responsive mhz claudia
turnpike svetlana hardcore dementieva noor cookbook airwaves distorted calmly retrospective cathay redeployment
ignacio incursions promoters exeter endit misunderstanding complied meredith lag elaborating waning executing
cessation stanton penal reprisals eur inscriptions sacrificed mogul domains cheung gail spam tenant northampton
raphael shanxi preferring shiva aspen taxis yours salazar negatively huskies mileage lesotho tribesmen ecowas
interrogated retaliate clerical mobilize kaufman airlift sins salaam inadvertently dormitory harding docks belarusian
goodwin sq espanyol abrams gorgeous lyndon concussion strategically foolish myths consolidating tablets converts disks
omitted vfl kl pines garland commemorative mosley intifada petra marchers wii festive thoughtful privy vanessa bastion
rehab msnbc slavic conquer horton cue leopold pseudonym mcmahon ansa frontline riddled substituted splits werder wahid
retreating anchorage insults irvin consecrated resembled privatisation gilchrist pr timorese mansfield confluence
cancun drank raj exacerbated resurrection semitism virtues gritty adobe ko redmond tadic criticizes evidently rebate
limbo kirby summits lashkar brunt rna shedding stumps pesticides pathway chengdu scalia yves divisional cafeteria
zyuganov atal diaries lg democracies disneyland morally disrupting worm wichita unreasonable lazy breasts
communicating gt casablanca macarthur barge overlap rue prasad repeats cemeteries vic afloat eighty liam pairing
barbed shee bissau cardiovascular tonne rioters lame decidedly chipped ghetto repertory notify roast cater curved
supervising northrop salzburg methodology allowance jankovic labeling wills kin cascade baskets endorsing hy nudity
shih torque alitalia conceding rowe alec dexter offender eradication prosecuting mast haley censure gorges
representations walkout midterm delphi zanzibar qatari bledsoe passions costas embezzlement manners salam madame
amounting fascinated scant veil fishery jade mathematician downloaded wingspan mellon bullying folding visibly graders
muralitharan eclectic novelty tribunals xiaoping kmart apostolic worms complementary jerk ne stampede token screw
lesbians ra induction rok repairing maxim iris ensures abacha paisley outlying gangster cannons malnutrition monde
partnered wagons darryl flamboyant jr fellows dinners shuh runways tavern stella marginally grazing modestly bengali
standby bundle utilize visually routing annex flute sickness anarchy fruitful insert vest palo societe allmusic
shaquille saeb cassette instinct ashamed rude competence speculators terminate mcdowell unveiling denny billboards
logged outfield tasting conciliatory dunk robberies needles triangular ethnically mc sv flashing alvin psychiatry
parity coffers slayings clemency alexis dashed kimberly jar jams garments clone toby recep nyc figuring col firmer
infield subfamily mushroom brenda hers hovering stylish gram lbw dictated tempted intercept warden revamped corporal
ostensibly correa wachovia sparkling shimbun perfection hereditary thoroughbred prevalence salisbury walled
springsteen similarity wp capello harvested psychologists sandwiches unpleasant adriatic pas boast analytical
duplicate theoretically gripped relevance laced bacterial reggae rancho jarrett imprint sharm miracles pac entrusted
bananas impulse unmarked bracing alternatively bitterness eats congratulations pam stockpile saxon clarkson
expeditionary soured cruised citadel orchestral compass abhisit pervasive paragraph flashes splash sophia scrapping
withholding coping dion sheldon excavated saddened trench maximize tornadoes gems mediocre eisner inflammatory kessler
braun tile bursts pops belize resided tian massa wed waterloo stefano westchester insulin staffing oleg edit rodeo
muller showtime pf tayyip federico torah nut luigi juror suleiman infighting lineups awake rockwell bustling slows
steinberg algae electors tarnished hackett discomfort swear achilles hamburger greenwood nonfiction lemieux sven
invasive namesake trapping umar reconstructed paribas imply misuse vodka adler luxurious fascination sabbath numerical
ominous fingerprints priesthood doris guangxi kashmiri dynamite sid sober morse refund incapable roasted methane
hasina erin rabbis ct tilt cerebral brutally forceful countess vicar midfielders cannabis sham rodrigo nasrallah
picturesque kuznetsova drilled ut correctional diversify langer simmering supremacy reformation chow woodstock
imaginary quiz newhouse streamline holloway kigali pagan monty dreaming southernmost flintoff haaretz begging poe
equilibrium hayward lan ivanisevic monterey repayment jeb ineligible maze lowland tymoshenko gayle preparedness
authorised initials fundraiser vega blackberry accountants garry beg anew asahi villiers swords somber troopers
compassionate polytechnic impunity fuzzy cobra fabrics crowe rafter trousers mats moines differed covenant littered
remembrance detector shaanxi tattoo guaranteeing parades negroponte roaring endorsements paste grupo wallabies trimble
formulated complicate strides binary sulfur wilder printers sticky immigrated bulbs flipped reprinted favourable satan
homecoming sharia cakes aegean kouchner reefs motorcade harmless dwelling julien satirical unforced balked sampdoria
bibliography ding plenary soils quentin villains scarlet departures qi deduction berisha tyre betis czar harley
aeronautics anatoly avon wooded tse flair intricate brock retaliatory symbolism backstage dinars retention exemptions
kirchner blackwater spat superiority pornographic mediated qinghai mutations barre dues venerable ardent deficiency
duffy stave davydenko nld cameraman urdu viability sindh dominic boosts minsk chernobyl jealous happier contemporaries
tvs hua jpmorgan mortal sped clarified bulldozers integrating hinder conditioned shortest nc christchurch marital
phenomenal compensated rabbani denotes unseeded compromises metallic wharf ablaze simpsons programmed standout misled
crystals asphalt meh jitters riga hardened gigantic orchard foreigner entrances snatch nonproliferation macro taxonomy
panathinaikos notoriety towel dormant dreamworks interbank pontiac quirky ppp rites payrolls scars blackmail magna
synod librarian sentinel englishman panther procter judd mapped ensued ratko jakob lindh balances rewrite coloured
faint hwa daisy groom hobart autism midwestern standstill calculating infiltration cali smallpox paralympic reminding
pedestrians horrors repatriated aloud parliamentarians bunkers borneo depreciation knots ochoa overcrowded telephoned
ri shire purity docked sleeve towed aussie scanning intimidating fairs lyrical menem carmaker navigator dazzling
notation tolerant joachim grind countrymen bully fabricated napoli regents enroll rejoin pundits meadow posada abel
giro thugs multibillion bullock registers descending turk captained blizzard cheshire collapses insulation annoying
plotted bubbles punishable bazaar denktash aikman sheltered eindhoven mca healy bless garros arrogance explorers
glaciers pavement easiest pennant lukas unfounded tariq sesame grinding mixes activation unrestricted flowed
philanthropist discriminatory alito atkinson kia clauses delgado prescriptions lok tito danes welterweight xerox
engagements staircase shrines stipulated programmers insure marrow guzman sealing stakeholders gamma kissing
reassuring robotic intensifying knit nih juarez mosaic oceanic melanie waterway tab tudor foothills infuriated
congratulate younis severance swaziland electing booker biographer khalil forehead veiled shillings verdicts hybrids
creations hardships studded mckenzie wwe transcripts jumbo equitable lockerbie snapping norodom nalbandian boutique
taller lenin sensing lull sant skins tijuana murky attaches dissatisfied olusegun skeptics serra aftershocks henrik
giorgio verona thorn astronomer orbiting replies carving erect molina entertainer faulted bambang rewarding derbyshire
campaigners hesitant hires jalal gypsy declarations clerks profanity councilman disadvantaged iso justine potomac
longhorns klm adultery terra induce expectancy dived heavyweights kilometre embark bern receptors harpercollins leroy
inactive psychic fiesta lockout stocked cardoso anhui susilo contrasts hanna resettlement gam rammed haze patton
breaststroke coherent gloom disclosures nicosia enormously epstein chandra nathaniel hotly sampson murderers clifton
inflammation warmly crammed marshals nicotine clown erode confidentiality gears hackers nymex evade garnett jeou ponte
inefficient merry hydro northward flung notions advancers npt terminology suarez tributaries downplayed parliaments
panicked corresponds rangel grizzlies stagnant oddly brightly pedal favorably grueling cr counselors bogus
interventions stabilized rhythmic chick maskhadov dante mornings choreographer bln suspense dickinson militarily
robson huddled nutrients shaath ethic ants booed adnan ruble chants catalonia buccaneers cinemas audrey leadoff janata
decreases mozambican dusk burt hemingway muse ivorian waterways markings botha plural tuzla cummings canucks cathy
shelton electrons leukemia containment deluxe vine tal culturally wyatt akhtar perceive zah libertarian acquittal
isabella amd tendencies dart caravan dentist slack malibu locke roach abdomen harvesting swansea rebellious baba
retailing andean tory vigilance dislike overrun equalizer campaigner skopje utilization migratory bae diyala impacted
cheryl majid vinci succumbed teamsters jacqueline dixie jules disposable shunned pentium disgrace quaker firestone
disarray discredit oceania azerbaijani guardians stud mostar awe cinematic stirling removes journeys mausoleum
youngster protectionism newsroom compressed horace sentimental restitution tutor wikipedia altman shoreline arming
penned torched barbie hubei chaudhry weydert suvs ninety establishes sharpton examines realise gomes altering
beforehand yin blended invariably beatings peril sausage reel precarious manmohan insignia treasuries unreliable
morrow prodigy proton energies tu rajasthan cranes surreal peach ciudad secondly withhold eritrean optimal napa
importers adamant lorraine bernhard matsushita scarred ramadi drifting collaborate racket prematurely android skyline
transplants sioux funerals ang sloppy uniquely cradle curt dade devotees californians landis tendon gag neon destroys
gruesome trenches dotted incumbents appliance quits rookies adversaries federations recapture rivalries darrell
backstroke brookings tni soyuz systemic countrywide summed glendale revamp proponent paints viscount enclaves
chinatown burgess absorption neurons sirens restless cheat alternating rub boer fledged bliss cedric coruna bestowed
skillet piero cyril arias pilgrim chemist naomi hoax peanuts deco ida fungi outward alienated sco hooper poisonous
algorithms mirza attendees cramped arbor aura warmed mori champs soto squandered normalization cinnamon nextel
sincerity walesa organise syrians westinghouse salsa sociedad holiest napster honoured oates lausanne gus firefight
abdominal rebates ceded foreclosures nickelodeon dravid sensex rife relinquish havens reliant worthwhile maier leung
artificially maneuvering rejoined tyrone springboard airplay hanks paralysis hopefuls nigerians sprinkle mayhem db
chateau emilio coles injections sarasota leach geometric mined twists autos regulars cody empowered lockhart
scottsdale weinstein bearded tumultuous ch hamper taboo downgrade cured bra megan versa ufc valves oic sidewalks banja
stainless hubble aria crossbar arteries curtail unconfirmed harness dwellings descend purge oswald cairns leinster
thais indispensable tails recorders floral correspond unjust swell gillette rosenthal jens optic valuation chevy rust
breaches colbert joints valentin freighter glowing guilders irl blackpool simulated archie odinga downloads mara
godfather starved scrum subdivided racers rehnquist zoellick mehdi lahoud retribution combustion empowerment mutation
cartels knot refurbished capacities relaxing punching lugar packet inspirational unfolding coupe anchors absorbing
sorted gilmore hajj erotic landlord knowingly civilized extant conte uncover expiration journalistic nodes gilles
pumpkin chant pegged guthrie adrift commute robes tae raikkonen expatriates lobster prowess etienne longitude drying
reviewers sims clocks rib lever mcdermott arid longevity sih manufactures pencil fixes kwasniewski evelyn hess
stephane philanthropy candle iqbal esther branson perpetual lau butterflies blistering summaries twain songwriting
spiegel pubs mcmillan rosario cartridge tcu honeymoon freddy elk auctioned footwear gibbons samaranch peripheral
viewpoint meanings improbable megawatts lech bland schiavo messy cutler suicides toro beneficiary baden bushes
instincts willow retransmitting graveyard mathieu feudal addicted lookout scaling repressive monterrey galway gourmet
hadley fk renewing compartment exhaustion loch choral petersen flaw eyebrows devout videotaped spd birch constable
gunbattle reclusive telecast wikileaks planetary centred ordinaries nihon forcefully eddy haunt amusing swam rama dem
jetliner emil pandas contemplating paused abductions gogh wardrobe filmmaking teller windy notwithstanding xiao chalk
oas siena ml sleek priory decisively storing owl blackhawks reunite wrought shadowy snowfall statistically thorny
zoran nicaraguan lcd vowel variously plentiful blasting telugu disproportionate boise outperform peeled imposes cis
mcgraw pinpoint gadgets transatlantic gran overland liechtenstein mcgee myung sawyer morgue lira recovers fri splendid
stove nantes participates stealth stalinist testosterone override marquez paradox orchestras kw respectful penetration
pollster ploy atoll protester idf surrounds faulkner vegetarian carlson qb reins annoyed sigma wildfires mousavi
commended mindful reinforcing melodies resignations striped contrasted butch rounder violinist ecevit koran bickering
scot massimo stamped deployments ruh organism cherished resilient fetch int progressively connor impatient compiling
synonymous moro macapagal preached venetian kite slippery frail sistani ignite sermons windfall alarms juh boehner ti
absentia informally lexus generosity seeming expatriate greenville transmissions sagging witty northridge clinching
mackay spatial suh commonplace disciples sergey collaborator reformer kissinger hilly assembling rounding tailor luo
samper annette finch wnba assaulting mattel locking violet emory texaco avoids thinly gaulle tolls surpluses mccann
biologists queries eduard haunting camped enlightenment badawi handbook austrians ousting stationary neatly respecting
boiler trendy sahn madden fanned diminishing cullen raytheon sharpe nord qwest nestor ritter palms diaspora safina
stigma spanned relaxation trivia huber upsets shun feuding pearce yoh choreography mckinney nighttime backlog hai sy
mri coward councilor woven fasting papa crocker haynes orchid pony herbal bing armey ordination clemson excludes
skinny bunny fay cain waivers saigon nadia storytelling swelled dismisses evacuees clooney inacio reais nov narrowing
eliezer attic remorse kirsten utter mclaughlin hallway derive envy hilltop brigham bagram ethan commits complicity
embryo sacking riviera vines caterpillar jewels oyster sighted mural untouched overtake marketers reverted huh knowles
bait advertise wreath vicario bargains rum affinity scans middleton valery spices skirmishes reassured vandalism
cellar dukes pts sinks antara pollutants leopard fta spit horseback carve shady duran zairean ware mourn itinerary
lleyton chong accumulation dots lump amino racketeering nv fetus routines pietersen brandenburg cordial fanfare vie
dane mazar veronica blagojevich playmaker liquidation kissed educating barrichello fis certify ivanovic cellphone
faiths inlet gunships greetings dengue flagged kolkata wiring lehmann browning tangled yamaha fatty nora manhunt bode
watford researched gloucestershire toddler galloway forex blocs fest getty senegalese crawl spinoff crouch spiked
juliet totalled reassigned beset otis accomplices gotta walnut cristiano danielle amherst progressing compton hindered
inconclusive militancy sevens nicola whitaker commandant sharper erickson ratios polk safeguarding confronts partisans
tablet tracts limelight houghton barings candid springer barren waterfall wolfsburg layup castles abdallah filibuster
unthinkable rollins waxman sherry irina conan hatoyama texan cahill nemesis resilience triumphant lori auxerre cabins
callers beshir clarification mouths naturalization gainesville impartial pretending ferocious rory flashed steiner
mercosur ronaldinho peas arches flavored karate bystanders disclosing vip sunglasses jelena formulation axel
neurological bourbon fortifications worrisome thumbs suitcase informs superhero restraining marshes dickson liter
aroused sato burgundy plaster freud meddling dampen smarter remotely contesting mk interrogations infiltrated forgery
charcoal treacherous ecstasy regaining deteriorate rethink guadalajara onboard terrifying pietro storey mosquitoes
ventured lapd unreleased fina handwritten hamza articulate nhk appointees kallis boxers steward hayat yun siegel chuan
appalling ventilation demeanor mofaz impressions labelled shrunk dispose habibie suffrage nestle sparta humiliated
hooks headway couture paramilitaries limousine chesapeake fungus sleepy cancellations wally mystical pi teaspoons
flocked hoh picket spikes armitage indifference wes loh implants apologies roo witnessing mu breton saddle xii
kensington subscriber larson snacks ju heyday thickness zach dunes pediatric choked fliers ceramics prosper weaving
grossman appalachian grenada beetles correlation node coughlin concedes laguna pettitte rigs conceptual cloudy
ranchers guessing hog mahr rb economical firepower chestnut peacemaking masri wiping galveston fragment rugbyu laptops
cozy regrettable spraying britney rana helpless mesh mcnamara taichung wallet isa hare meg dickens hoc marianne
ballack rp primera stephenson revolves xie greatness lil plum evicted panamanian foray dei plausible adherence dime
duff sellout disgust spokane dalian colonists troublesome grossed hymn slums grin gansu lal lantern spirituality axe
libertadores kosher garza hugged literal punishments cy pristine nanny bjorn ky swirling tao postgraduate kilos
grieving edible monarchs manipulating kuerten signalled draining gaston defection herrera slang symmetry pleads
murderous sonoma fayed starving paternal functionality shakes enzymes dodger baird salah geographically rotary ak
sleeves temperate outburst dolly curbs hmos lt trenton peck conversely af defective capsized fernandes az saul peg
activate cordoned pardoned inundated intending larsson hr scientology mainstay twisting michaels disarmed bogged
ornate murayama burbank shearer driveway shanahan sociologist buddies leaned maureen christi knoxville illustrator
diver sylvester talbot furnace bakiyev masculine spector cylinders fairfield clears harming propel pows editorials cas
obese atm inherit lois archaeologist facilitating farce unseen centralized bernardino antiquity aborted experimenting
safari entrants daryl intolerance physiology augusto cosby doherty creditor utrecht nobles unsettled mobilization
totalling marcia tam marwan taft debuts traitor biographical overlapping ritchie condominium cum renting contra
commencement bolts sow chop phony accomplice gaze amidst fries meridian entertained stare miliband detractors luciano
encompassing anastasia futile deductions cartoonist eileen pastry conspicuous theresa offending linger gearing
ginsburg recaptured skilling liar hovered chalabi kadhafi atta soong grappling rugova supplemental superpower unfolded
copying scoop wilkins imposition enlist citibank preval quito ritz noodles shaved heralded barrow expansive sorting
chadian bari hides obscene somalis feeder campo scent joanne scripted docking intervening disbelief lyle snipers
persecuted reproduce brethren mcguire mounts tacoma nascent litter emulate surfers ire trickle groves lace irrational
learnt psychologically indifferent sails quad lange cnbc bbn defences bundled believer handcuffed sihanouk therapies
markus finalize kellogg larijani malicious joking tragedies forwarded enhancement jaya lapses fang interrogators
furnishings visionary bumps crocodile dwellers datuk capitalized misguided excel guggenheim ihs mora fuelled
underestimated submitting whiskey cough canopy foliage projecting blatant limb gras burdens ceilings adorned marta
startup kms billiton bullion truckers anarchist alam tanaka applicant hiroshi hokkaido circumstance outscored davos
jared carriages ballads asa bam bumped narrower excesses ravalomanana ant jen pest len messi tanjug sexes sideways
disgraced mona surveying adulthood cantor lagged corzine uniting transports apprehended busan bruises dipping
swallowed unfit bernardo stokes um seaman quantitative lessen medicinal adopts lifeline charisma blazing forbid
pollard sewer najib ideally bodily disposed watt ebola segregated sheng canceling buffy damp hashemi souvenir firstly
keegan olympian peabody nuevo moe kilogram norse differentiate mutant yomiuri labrador breadth suicidal lofty ds
abandonment zanu automation notched germanic scripture valle majestic beads nay postage mounds bildt torino
collaborations alcoholism olympiakos unfavorable mobs repaid intermittent lore gina disparity contradiction cheated
mehd poignant russo illuminated assign perched implying flop maddux roommate boredom russa jima intruder chah
carrefour bakr pooh ipl subic nyu laird dior nath compartments babar shekels wink petite forensics redding prakash
middletown galvanized woolmer ascribed hon calif engraving vendetta rehabilitated agonizing rtl ruining lauder enigma
elysee tectonic litres reiterates traveller santer rocca frenetic duisenberg mould mouldy plumber plumbers cooker
stopcock radiator radiators tenancy repairman gutter gutters guttering downpipe handrail bannister banister stairlift
wetroom leaseholder leaseholders weetabix telly scaffolding skirting worktop flickering dripping sockets fusebox
thermostat combi condensation mildew legionella manhole unblock plasterer plastering joiner roofer glazier gasman
pendant recharge bailiff voids decant banding homefinder snagging snags staircasing gritting gritted brambles
overgrown strimmed mowed mower allotment fob fobs intercom keypad washer fridge hob extractor velux skylight flue cowl
slates lintel subsidence brickwork plasterboard lino underlay wallpaper
`;

/** The place of each word by how much it is used; 0 is used most. */
export const RANKS: ReadonlyMap<string, number> = new Map(
  ENGLISH.trim()
    .split(/\s+/)
    .map((word, rank) => [word, rank]),
);
