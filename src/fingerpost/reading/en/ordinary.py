"""Words of every day that are names of places too: only clear signs make them one."""

from __future__ import annotations

_WORDS = """
    a about above action administration after again age agreement all alliance ally along also always
    ambassador an and angel apart april are art as aside assembly at august auto away bad bald ball ban band
    banner bar bare bark barn base bath battle bay be beach bear beat beauty because bee before bell bend
    best big bill bird bishop black blue board boat book boring borough both boundary box boy branch bridge
    bright broad brown budget building burn bush but buy by call can cannon captain caption car card care
    carry case castle cause center central chair champion chance chancellor change chapel charity charter
    chase chief church circle citizen city civil clay clear clerk close cloud coach coal cold college colony
    comfort commerce commission committee common community concrete condition constant constitution convent
    cook cool corner council councils count country county court cove cow crane cream credit creek crest
    critic cross crown crystal culture cut dale dawn day deal dean december decorum deep deer delta democrat
    deposit desire detail diamond director division do dock document dove down dragon drake drive dry due
    duty each eagle early east echo economy eden education effort eight eighty election email eminence
    empire end energy enterprise equality era even evening ever every exchange eye fact fair faith fall
    falls fame far farm fashion father february federation fell fence festival few field fifty fig fine fire
    first fish five flag flat fleet flower fly for force ford forest fork former fortune forty forum foster
    foundation fountain four fox free freedom friday friend friends friendship from front frost full galaxy
    gap garden gas gate gateway gay gazette gem general gift girl give glass globe glory go god gold good
    government governor grace grand grandview grant grass grave gravel gravity gray great green grey ground
    grove guide gulf gun had half hall hand happy hard harmony has have hawk hazard he head heart heath hell
    help her here hero heron high highland highlands hill him his history hive hold home honor honour hood
    hope horn horse host hot hour house how human hunt hurricane hymn i ice ideal if image in independence
    index indian industry inn inspiration interior international into iron island it its jack january jet
    jewel joint joker joy judge july junction june jury just justice keep ketchup key kind king kite knot
    labor labour lake lamb land lane large last latch late law lawn lead leader league left leisure less let
    letter liberty library life light like lime limit line link lion list little live local lock lodge logic
    long look lookout loss lost love low loyal luck machine made magnet mail main major make male man many
    marble march mark market mars mason may mayor me meadow media memorial men mentor mercury mercy mere
    message method metropolis mexican mill mine minister mint mission mobile model moment monday money
    monument moon more mosaic most motion motto mount mountain much must my mystery mystic narrow nation
    national native nature navy near need neighbour net new news newsletter next nice night nine no noble
    nor normal north northern not nothing november now number nurse nut oak object observer ocean october of
    off office official oh oil old olive on once one only opal open or oracle orange order orient other our
    out over owl own pace page pair palace parade paradise parish park part partnership party past pastor
    patience patriot peace peak pearl people petition petrol photo photos picture pictures pilot pink
    pioneer place plain plan plane planet plant plaza please pledge plenty plum point police policy polish
    pool poor port post poverty power prairie president press price pride priest prince prior prize process
    progress promise proposal prospect protest proud public published purple push quality quarry queen
    question quick quiet quite race radio railroad rain ran ranch random rare rat ray read reading real
    reality reason record rector red reform regal region register related relay relief report republic
    republican rescue resident residents rest reunion rich ridge right ring rise rising river road rock roll
    roof room rose round route row royal rule run rush russian sabbath safety sage saint salt same sand
    saturday save say school science scout sea seal seat second secret section security see senate senator
    senior september service set seven seventy shade she shell shelter sheriff ship shore short shot should
    show side signal silver since sister sisters six sky slate small smart smith snow so soap social society
    solid some son soon soul sound south southern space speaker speed spirit sport spot spring square stable
    staff stage star start state station steel step sterling still stone stop store storm story strange
    street strip strong subject subscribe such sugar summer summit sun sunday supreme sure surprise swan
    sweet swift symbol table tale tank target tax teacher team tell temple ten term that the their them then
    there these they thing this those three thursday thus tiger time to today too top torch total tour tower
    town trade trail transit treasure treaty tree trial tribune triumph trout true trust truth try tuesday
    twin two uncle under union unity universal university up updated upper us utility valley value van very
    veteran victory view village vision vista voice volunteer vote wage wait walk wall want war warden
    warrior was watch water wave way we wedding wednesday welcome well were west western wet what when where
    which while whisper white who whole why wide wild will willow wind window winter wish with witness wolf
    woman women wonder wood wool word work world worth would yard year yellow yes yet yoke you young your
    youth zone
"""
ORDINARY = frozenset(_WORDS.split())
