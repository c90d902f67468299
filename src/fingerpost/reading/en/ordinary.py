"""Words of every day that are names of places too: only clear signs make them one."""

from __future__ import annotations

_WORDS = """
    brush
    a abbey about above action administration advance affairs after again age agency agenda agreement aim
    air airport all alley alliance ally along alpine also altar always ambassador an and angel annex
    antelope antique any apart apples april arc arch arches are area arena arrest art artillery arts as
    asbestos ash aside ask assembly assumption at ate attn au august auto away bad bald ball bamboo ban
    banana band bank banks banner bar barber bare barge bark barley barn barrios basalt base basic basin
    bath battle bay be beach bear beat beauty because bed bee beer beets before began begun bell belt bend
    best bid big bigger biking bill bin birch bird bishop black blacks blacksmiths blue bluffs board boat
    bond bone book boom border bore boring born borough both bottom boundary bountiful bowling box boy brain
    branch brand brass brick bridge bright broad broke brown budget building burgh burn bus bush bushland
    bust busy but buy by cafe caldera call came camps can canal canals cane canning cannon canoe canoes
    canyon captain caption car carbon card carding care cargo carry cars case cases cash casino cast castle
    cat cathedral cause causeway cave caves celebration cell cement centennial center central centre centres
    cents century chair chamber champion chance chancellor change chapel charge charity charter chase chief
    chili choir church circa circle citadel citizen citrus city civil clans clay clear clerk cliffs close
    cloud coach coal cogon coin cold coli college colony com come comfort commerce commission commissioner
    committee common communal community competition compound concrete condition confederation confluence
    conservation constant constitution contest continental convent conversion cook cool cooling cope corn
    corner cottage council councils count country countryside county course court cousins cove cow crane
    crater cream credit creek crescent crest cricket critic cross crossroads crown crystal culture cut cuts
    da dale dam das date dawn day deal dean dear december decorum deep deer defence defense deg del delay
    delta democrat deposit der desire detail diamond die dig dining director discovery divide division do
    dock document dogs dolphin dolphins dome dot dove down downtown dragon drain drains drake drama drew
    drive driver drowning drug dry du dual due dug dunes duty each eagle early earth east echo economy eden
    education effort eight eighty election elk email eminence empire en end energy engineer enter enterprise
    environment equality era even evening ever evergreen every exchange exhibition export eye fact fair
    faith fall falls fame far farm farmers farmland farms fashion fate father february federal federation
    fell fence fertile festival few field fifty fig finance fine fire fireworks first fiscal fish five flag
    flat flea flee fleet flora flower fly for force ford foreman forest fork forks former forth fortune
    forty forum foster foundation fountain four fox free freedom freehold freshwater friday friend friendly
    friends friendship from front frost full fully furnace galaxy gaming gang gap garden garrison gas gate
    gates gateway gay gazette gem general gentry gets gift gin girl give glad glass globe glory go god goes
    going gold goldfield golf gone good gorges got government governor grace grain grand grandson grandview
    granite grant grants grass grave gravel gravity gray great green grey gross ground grove groves guide
    gulf gun guns guy ha hacienda had half halfway hall halls hamlet hammer hand hang happy harbor hard
    harmony harvest has hat hatting have hawk hay hazard he head headquarters heard heart heath hell help
    hemp her here heritage hero heron high highland highlands highways hill hills hillside hilltop him his
    history hit hive hold hole holiday home homeland homestead homesteads hometown honey honor honour hood
    hook hop hope horn horse hospital host hot hour house housing how hub human hunt hunting hurricane hurt
    hymn i ice ideal if image in independence index indian industry inland inn innovation inspiration
    interior international into iron is island it item its jack january jar jet jewel job joint joker joy
    judge jug july junction june junior jury just justice kawit keep ketchup key khel kill kind king kite
    knot krai lab labor labour lack lake lakes lakeside lamb land landfall landing landmark lane large last
    lat latch late law lawn lay lead leader league left leg legacy leisure lent les less let letter level
    liberal liberation liberty library lie life light like lime limestone limit line linga link lion list
    lit little live lively lives local lock lode lodge log logic lon long look lookout loop loss lost lot
    love low lowlands loyal luck lung lush machine mad made magazine magnet mail mailing main maize major
    make male males mall man manage mandal mango manor mansion many marble march marches marina marine mark
    market marks mars marsh marshal marshes mascot mason massacre maximum may mayor me meadow meadows means
    media memorial men mentor mercury mercy mere merino message met metal meter method metro metropolis
    mexican mi mid midway mile miles mill mills mind mine mining minister minor mint minutes mission mobile
    model modern moment monday money monument moon more mosaic mosquito most motion motto mound mounds mount
    mountain much mud music must my mystery mystic nagar name narrow nation national native nature naval
    nave navy near nearest need needle needles neighbour nest net never new newborn newcomers news
    newsletter next nice night nine ning no noble none nor normal north northeast northern northward
    northwest nose not nothing november now number nurse nut oak oasis ob object observer occasion ocean
    october of off office officer official oh oil old olive on once one only onset opal open opera
    opportunity or oracle oral orange orchard orchards order ordinance ore orient other our out outer over
    overland oversee owl own pace pack pact page paint painter pair palace palms panhandle panic paper
    parade paradise parent parish park parkland parks part partnership party passage past pastor patience
    patriot patrol pavilion pay peace peak pearl peninsula people per pet petition petrol phone photo photos
    picture pictures pier pile pilot pine pink pioneer place placer plain plains plan plane planes planet
    planning plans plant plantation plaque plat plate plateau plaza please pledge plenty plot plum plus
    poblacion point pole police policy polish polo pond pool poor pop poplar popular port portage poses
    possession post postal pound poverty power powers prairie pray president press price pride priest prince
    principal prior pristine prize process proclamation progress promise promontory proposal prospect
    prosper prosperity prosperous protest proud proven public published purchase pure purple push put
    quality quarry quarter quay queen question quick quiet quite race radio rail railroad rain ran ranch
    random rapid rapids rare rat rate ray reach read reading real reality reason receiving record recovery
    rector red redwood reform regal regards region register related relay relief report republic republican
    rescue research reserve reservoir resident residents resolution rest retreat reunion rice rich rid ride
    rider ridge riding rifle right ring rise risen rising river riverbank rivers road rock rode rodeo roles
    roll roof room root rose round route row royal rugby rule rum run rush russian rustic sa sabbath sack
    sad safety sage said sail saint sale sales salmon salon salt same samples sand sands sandstone sandy
    sang saturday sauce save sawmill sawmills say scenic school science scout sea seal seaside seat second
    secret secretary section sector security see seem seen sell sells selo senate senator send senior sent
    september serpentine serves service set settle seven seventy shade shaft shape share shared she shell
    shelter sheriff shingle ship shipyard shore shoreline short shot should show shut sic side siding signal
    signpost silt silver since sincerely singer sister sisters sitio six sixteen ski skull sky skyline slate
    slaughter slope small smart smelter smith snow so soap social society sole solid some son song soon sort
    soul sound south southern spa space spas speaker speed speedway spire spirit split spoken sport sports
    spot spray spring springs spur spy square stable stables staff stage stagecoach stall stamp staple star
    start state station steel steep step steps sterling still stock stone stop store storm story strange
    strawberry street strip strong subject subscribe success such sued sugar summer summit sun sunday
    sunshine supreme sure surf surprise swamp swan sway sweet swift switch swords symbol table tahir taking
    tale tall tank tap target tavern tax tea teacher team tell tells temple ten term terminal terminus
    terrace than that the their them then there therefore thermal these they thing this thorn those three
    thursday thus ti tiger till time tin tire to today toll ton too top torch torn tornado total tour
    tourism tours tower town trade trail train transit transport treasure treaty tree trial tribune trip
    triumph trout true trust truth try tsunami tuesday tun turn twin two uncle under union unity universal
    university up updated upland uplands upper us used uses utility valley value van vary very veteran vicar
    vice victory view villa village villas vine vineyards virgin vision vista voice vol volcano volunteer
    von vote voters wage wait wake walk wall walls want war ward warden wards warrior was watch water
    waterfront waterways wave way ways we wedding wednesday week welcome welfare well wells were west
    western wet wetter what wheelwright when where whereas which while whisper white whites who whole why
    wide wild wilderness will willow wind window wines wing winner winter winters wish with witness wolf
    woman women wonder wood woodland woods wool word work works world worth would yam yard year yellow yes
    yet yoke you young your yours youth zero zone zoo
"""
ORDINARY = frozenset(_WORDS.split())
