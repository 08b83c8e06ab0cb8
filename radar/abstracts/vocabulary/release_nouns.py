"""The nouns for what abstracts release, and how noun phrases are built. All patterns read lower case."""

from __future__ import annotations

from radar.abstracts.vocabulary.patterns import pattern

_FOLLOWING = (
    r"(?=['’\"”*}]{0,3}\s?(?:[,.;:!?()\[\]{}/&\u00a4\\|]|[—–-]\s|--|$)|['’\"”*}]{0,3}\s(?:is"
    r"|are|was|were|be|been|being|has|have|had|can"
    r"|could|may|will|would|shall|should|and|or|as|at|on|in|for|of|to|from|with|under|via|by"
    r"|through|that|which|whose|used"
    r"|using|upon|once|after|soon|later|along\w*|together|publicly|freely|openly|fully|easily"
    r"|open\w*|now|also|both|but"
    r"|while|where|when|so|we|our|this|these|it|they|available|accessible|released|here|see"
    r"|online|into|across|behind|includ\w+"
    r"|contain\w+|cover\w+|consist\w+|compris\w+|compos\w+|creat(?:ed|ing)|develop(?:ed|ing)"
    r"|collected|annotated|trained"
    r"|underlying|need\w+|necessary|required|accompan\w+|associated|support\w+|named|called"
    r"|described|presented|produced"
    r"|generated|implement(?:ed|ing)|demonstrat\w+|written|licensed|without|within|because"
    r"|since|due|per|plus|allowing"
    r"|enabling|providing|designed|made|built|based|dedicated|introduced|proposed|capable"
    r"|fine-tuned|spanning|labell?ed"
    r"|tailored|targeting|reproducing|running|adapted|optimized|required|public|free|hosted"
    r"|spanning|obtained|involved|offering|integrating|unifying|combining|featuring|bringing|implementing"
    r"|aimed|intended)\b)"
)
_CODE_HEAD = (
    r"(?:(?:source|program|training|evaluation|inference|simulation|analysis|research|example"
    r"|reference|python|system)?"
    r"[ -]?codes?(?: ?bases?| (?:repositor(?:y|ies)|repos?|packages?|librar(?:y|ies)"
    r"|implementations?|releases?|snippets?|links?|urls?"
    r"|scripts?|files?|examples?|resources?))?"
    r"|git ?hub (?:repo(?:sitory)? )?links?|repo(?:sitory)? links?|codebases?|scripts?"
    r"|(?:re-?)?implementations?|software(?: (?:package|suite|tool|program"
    r"|toolkit|library|releases?|framework|system)s?)?"
    r"|toolkits?|toolbox(?:es)?|tool ?sets?|tool suites?|librar(?:y|ies)|(?:python|software|r"
    r"|julia|pip|open-source|matlab) packages?"
    r"|packages?|notebooks?|apps?|plug-?ins?|simulators?|emulators?|scorers?|parsers?"
    r"|compilers?|executables?|binaries"
    r"|workflows?|(?:software |development )kits?"
    r"|command[- ]line tools?|(?:web|mobile) applications?|(?:evaluation|test) harness(?:es)?)"
)
_SOFT_HEAD = (
    r"(?:frameworks?|systems?|tools?|platforms?|pipelines?|engines?|environments?|generators?"
    r"|solvers?|interfaces?|methods?"
    r"|algorithms?|approach(?:es)?|applications?|agents?|prototypes?|infrastructure|stack"
    r"|grammars?|kernels?|sdk|api"
    r"|optimizers?|harness(?:es)?|testbeds?|sandbox(?:es)?|viewer|extension|utilit(?:y|ies)"
    r"|integrations?|solution|github(?: repos\w*)?|connectors?|bindings|wrappers?|modules?|drivers?"
    r"|dashboards?|scaffold(?:s|ing)?|runners?|crawlers?|scrapers?|editors?|visuali[sz]ers?)"
)
_DATA_HEAD = (
    r"(?:data ?sets?|data ?bases?|corpora|corpus|benchmarks?(?: suites?| data ?sets?)?"
    r"|(?:re-?)?annotations|(?<!data )(?<!dataset )(?<!data set )(?<!corpus )(?<!image )annotation"
    r"|treebanks?|lexicons?|lexica"
    r"|test ?sets?|test ?suites?|testsets?|challenge sets?|evaluation sets?"
    r"|(?:evaluation|task|benchmarking) suites?|subsets?(?! of (?:the |our |its )*(?:source )?code)"
    r"|training sets?|catalog(?:ue)?s?"
    r"|ontolog(?:y|ies)|collections?|data products|weights|(?:pre-?trained|model) weight"
    r"|checkpoints?|(?:word )?embeddings"
    r"|transcripts?|transcriptions?"
    r"|recordings?|word ?lists?|dictionar(?:y|ies)|gold standards?|light curves?|spectra"
    r"|simulation suites?|mock catalogs?"
    r"|knowledge (?:graphs?|bases?)|question(?:s| sets?)|trajectories|generations|outputs"
    r"|metadata|wordnet|data splits?"
    r"|gazetteers?|bitexts?|scenarios|problems|(?:sentence|image|parallel|annotated|labell?ed"
    r"|human)[- ](?:pairs|sentences|texts|samples|judge?ments))"
)
_DATA_ONLY_AS_HEAD = (
    r"(?:data(?: files| points)?|logs|measurements|models?(?: weights| checkpoints| outputs)?|adapters?"
    r"|(?<!and audio )(?<!and video )(?<!and sound )(?<!and speech )samples"
    r"|(?<!code and )(?<!codes and )(?<!and audio )(?<!and video )(?<!and sound )(?<!and speech )examples"
    r"|images"
    r"|instances|traces|labels|(?:auto)?encoders"
    r"|(?:data|machine-readable|full|supplementary|all|electronic|these) tables|maps)"
)
_NO_DATA_NEXT = (
    r"(?!s?[- ](?:construction|creation|curation|augmentation|generation|collection|process"
    r"|preprocess|analysis|quality"
    r"|results?|performance|size|scarc|efficien|leakage|contamination|selection|synthesis"
    r"|cleaning|filtering|pipelines?|annotation\b"
    r"|shift|scores?|tasks?\b|accuracy|driven|specific|design|experiments|builder|toolkit"
    r"|framework|code|scripts|tools?\b))"
)
CODE = pattern(rf"(?<![\w-])(?:{_CODE_HEAD}){_FOLLOWING}")
SOFT = pattern(rf"(?<![\w-])(?:{_SOFT_HEAD}){_FOLLOWING}")
DATA = pattern(
    rf"(?<![\w-])(?:(?:{_DATA_HEAD})(?![\w])(?!-\w){_NO_DATA_NEXT}"
    rf"|(?:[a-z]+-)?{_DATA_ONLY_AS_HEAD}(?![\w-]){_FOLLOWING})"
)
NO_CODE = pattern(
    r"\b(?:error[- ]correct\w+|quantum|surface|ldpc|toric|linear|cyclic|stabilizer|polar"
    r"|convolutional|morse|qr|icd\w*"
    r"|zip|genetic|neural|bar|dress|building|legal|penal|civil|product|reed[- ]\w+|insecure"
    r"|buggy|fixed|generated"
    r"|speech|discourse|closed|vulnerable|malicious) codes?$"
)
RESOURCE = pattern(
    r"\b(?:projects?|resources?|materials?|artifacts?|artefacts?|repositor(?:y|ies)|repo|everything)\b"
)

PREPOSITION = pattern(
    r" (?:for (?!the first time|free|public|research|non-commercial)|of |to |used |that "
    r"|which |underlying (?<!the underlying )(?<!our underlying )(?<!all underlying )(?<!its underlying )"
    r"|behind |so that |in order |trained (?:on|with|using|for|from|by) "
    r"|underpinning |powering |consisting |comprising |composed "
    r"|enabling |illustrating |showing |demonstrating |describing |explaining |documenting |detailing "
    r"|summarizing |needed |necessary |required |covering |featuring |containing |built |based "
    r"|(?:created|developed|annotated|generated|derived|produced) (?=by |in |from |for |with |through |using "
    r"|during |to |as |under |via )|implementing |from |on |between |among |where "
    r"|reproducing |targeting |spanning )"
)
RESUMES = pattern(
    r"\b(?:along ?side|along with|together with|as well as|in addition to|accompanied by"
    r"|, including|including|and (?:all|the|our|its|release|also)\b|and (?=(?:codes?|data"
    r"|scripts|code ?base|source|dataset|evaluation code|training code|models?"
    r"|implementation)\b)|, with"
    r"|(?<= )with (?=(?:the |our |full |all )?(?:source |evaluation |training )?codes?\b)"
    r"|(?<=released )with (?=(?:[\w-]+,? ){1,5}codes?\b))"
)
CONJUNCTION = pattern(
    r"(?<!such)(?<!well)(?<!known) as (?!well )| (?:since|because|once) "
    r"| etc\. (?=(?:the|our|all|codes?|data|source)\b)"
)
QUANTITY = pattern(
    r"\b(?:family|set|suite|series|pair|range|variety|versions?|subset|part|all|most|some|each|both|hundreds"
    r"|thousands|millions|number|copy|copies|total|entirety|whole|rest)$"
)
"""Before "of": what follows is the thing itself."""
REPOSITORY_LABEL = pattern(
    r"\b(?:git ?hub|git ?lab|repo|repository|codes?)(?: (?:url|link|page|repo|repository))?\W*$"
)
HUB_LABEL = pattern(r"\bhugging ?face(?: (?:url|link|page|repo|repository|hub|collection))?\W*$")
PAPER_ITSELF = pattern(
    r"\b(?:also (?:available|archived|deposited|posted)|articles?|report"
    r"|previous\w*|earlier|pre-?prints?|manuscript|papers?|version|companion|series|thesis"
    r"|published)\b[^.;]{0,40}$"
)
"""What an archive keeps when it is the text and no data."""
DEMO = pattern(r"\b(?:videos?|examples?|samples?|demos?|visuali[sz]ations)\b")
DATA_WORD = pattern(
    r"\b(?:data\w*|corp(?:us|ora)|benchmarks?|weights|models?|checkpoints?|annotations?|catalog\w*)\b"
)
SHOWN_ONLY = pattern(
    r"\b(?:details?|(?:more|further|additional) information|videos?|demos?|results"
    r"|pre-?regist\w+)\b[^.;]{0,40}$"
)
"""What can be looked at before a link that is no release."""
JOINED = pattern(r"(?:,|\band|\bour|\bthe|\bfull)(?: [\w-]+){0,3} $")
NEXT_THING = pattern(
    r"\band (?:the |our |all )?(?:source |training |full )?(?:codes?|data|datasets?|models?)\b"
)
SOFTWARE = pattern(
    r"\b(?:codes?|codebase|source|implementations?|librar(?:y|ies)|packages?|scripts?"
    r"|software|toolkit)\b"
)
