"""The words by which abstracts speak of releasing software and data. All patterns read lower case."""

from __future__ import annotations

from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import verb_forms, word_set

LINK_MARK = "\u00a4"
"""Stands for every character of a link, so that no word in a link counts."""

RELEASE_WORDS = verb_forms(
    "release re-release rerelease open-source opensource publish share provide"
) | word_set(
    "available availability publicly-available freely-available openly-available accessible publicly "
    "public "
    "open soon found downloaded obtained installed hosted supplementary supplemental supplement pip "
    "accompanied mirrored"
)
"""One of these stands in every sentence that speaks of a release without a link."""

_ADVERBS = (
    r"(?:(?:also|will|shall|are|has|plan to|intend to|aim to|promise to|commit to|soon|then"
    r"|now|first|all|both|being|currently|here|made|made both|further|fully|completely|publicly"
    r"|freely|openly|easily|directly|readily|thus|hereby|have|been|and|free|entirely"
    r"|additionally|therefore|finally|jointly|equally|already|to the \w+|as|widely|permanently) ){0,4}"
)
_OPEN_SOURCE = r"open[- ]?sourc(?:e|es|ed|ing)"
_FOR_RELEASE = (
    r"(?:planned|prepared|scheduled|slated|intended) for (?:(?:an?|the|public|open|full|future|official|later"
    r"|open[- ]source) ){0,3}release(?! into\b)"
)
ADVERB = pattern(r"\b(?:publicly|freely|openly|open(?:ly)?|free|public|anonymously)\b")
ACTIVE = pattern(
    rf"\b(?:we|i|authors|(?:this|our|the) (?:paper|work|article|project|team|group)|and|to|by|through"
    rf"|also|thereby|,|finally|while|additionally|[ivx\d]{{1,4}}\)|^will) {_ADVERBS}"
    rf"(?P<verb>(?:re-?)?releas(?:e|es|ed|ing)|{_OPEN_SOURCE}|publish(?:es|ed|ing)?|shar(?:e|es|ed|ing)"
    r"|distribut(?:e|es|ed|ing)|contribut(?:e|es|ed)|provid(?:e|es|ed|ing)|offer|mak(?:e|es"
    r"|ing)|made)(?: (?!task|that\b|by\b|from\b|in\b|at\b|on\b)|(?=[.,;]))"
)
PROVIDED = pattern(
    r"^(?:(?:the|our|all|an?|full|complete|these|relevant|corresponding|reproducible|its"
    r"|accompanying|open[- ]source|open|publicly available|public"
    r"|training|fine-?tuning|inference|evaluation|pre-?processing"
    r"|reference|free|and|both|well-documented|working|python|pytorch|jax|links? to|access to) )*"
)
MADE = pattern(
    r"\b(?:(?:publicly|freely|openly|fully|completely|widely) (?:and \w+ )?(?:available|accessible|open)"
    r"|(?<!more )(?<!less )(?:both |all |them |it )*(?:available|accessible|public|open[- ]?sourced?))\b"
)
ATTRIBUTE = pattern(
    r" (?:[a-z]+ )?(?:data|datasets?|annotations|models?|m?llms?|tools?|information|images?|benchmarks?"
    r"|baselines?|software|resource|platform|technology|knowledge)\b"
)
"""Behind "available", which then belongs to what follows: "the first to use all available data"."""
PASSIVE = pattern(
    rf"(?<!\w)(?=[a-z])(?:(?:(?P<be>(?:(?:has|have) (?:\w+ )?been"
    rf"|is|are|was|were|be|been|being|made|it|they|becomes?) {_ADVERBS}"
    rf"|and {_ADVERBS}(?=released|open-sourced|hosted|distributed|made|archived|deposited"
    rf"|mirrored|provided|published|shared))"
    rf"|(?P<none>{_ADVERBS}))"
    rf"(?P<verb>available|released|{_OPEN_SOURCE}|open(?= to)|published|shared"
    r"|hosted(?! (?:by|during|as part|alongside)\b)(?! (?:at|in) (?!\u00a4|git|zenodo|hugging|our|the|a\b))"
    rf"|deposited|archived|maintained|mirrored(?= (?:on|at|to) )|{_FOR_RELEASE}"
    r"|distributed|accessible|downloadable|installable|public\b|provided|given|free software"
    r"|located|linked|coming soon"
    r"|included(?= in (?:the|our) (?:\w+ )?(?:public|open|package|repository|supplement)"
    r"| as (?:ancillary|supplement)))"
    r"|(?:can|may|could) (?:all |also |both |freely |publicly )*be (?:\w+ly )?(?P<can>found"
    r"|accessed|downloaded|obtained|installed"
    r"|reached|retrieved|viewed|cloned|acquired)"
    r"|(?P<here>(?:is|are) (?:here|at|in)(?= ?:? ?$| (?:the|our) (?:supp|appendi|ancill))))"
)
FUTURE = pattern(
    rf"\b{_FOR_RELEASE}\b"
    r"|\breleases? (?:of (?:[\w-]+ ){1,6})?(?:is|are) (?:currently |being |also )?"
    r"(?:planned|scheduled|forthcoming|in preparation|pending|prepared)\b"
    r"|\b(?:will|shall)(?! not)\b(?: \w+){0,4}? (?:be|release|open|open-source|opensource"
    r"|publish|share|make|provide|become|distribute)\b"
    r"|\bto be (?:\w+ ){0,2}?(?:released|made|published|shared|open|available"
    r"|uploaded|deposited|archived|provided|added|inserted|announced)"
    r"|\b(?:plan|plans|planning|intend|intends|aim|aims|going|hope|promise"
    r"|commit) to (?:\w+ ){0,3}?(?:release|open|publish|share|make|provide)"
    r"|\b(?:upon|after|following|pending) (?:(?:the|its|paper|this|our|formal|official|final"
    r"|paper's|peer|double-blind|article|manuscript|work|is|has|been|gets) ){0,4}(?:accept\w+"
    r"|publi\w+|review|decision|request|completion)"
    r"|\b(?:up)?on (?:reasonable |an? |email |formal )?(?:request|demand|acceptance|publication)\b"
    r"|\b(?:once|when) (?:(?:the|this|our|it|is|paper|work|manuscript|article|has|been"
    r"|gets?) ){0,5}(?:accepted|published|reviewed)"
    r"|\b(?:coming|available|released|published|public|open-sourced) (?:very )?(?:soon"
    r"|shortly)\b|\bsoon (?:be|to be|available)\b"
    r"|\bwould be (?:\w+ly )?(?:made |released|available|open|shared|public)"
    r"|\bin the (?:near )?future\b|\bby request\b"
)
DENIED = pattern(
    r"\b(?:not|never|un|neither|cannot|no longer|hardly|rarely|without|lack(?:s|ing)?"
    r"|unavailab\w+|no|nor|inaccessible)\b"
)
OTHERS = pattern(
    r"\b(?:existing|previous(?:ly)?|prior|other|many|most|few|several|some|commercial"
    r"|(?:growing|increasing) number|proprietary|competing|participants?|teams|limited"
    r"|recent(?:ly)?|currently|only|more|much|often|commonly|there (?:is|are|was|were)"
    r"|as part of (?:this|the) (?:\w+[- ]){0,3}(?:task|challenge|competition)"
    r"|by the organi[sz]ers|third[- ]party|if"
    r"|when(?! (?:the|this|our) (?:paper|work|article|manuscript)\b)|whether|because|many|historical|becomes?"
    r"|where|in which|scenarios?|cases|additional information|literature|related work|commercially)\b"
)
BORROWED = pattern(
    r"\b(?:using|we use|we used|we employ|uses|based on|built (?:up)?on|builds (?:up)?on|adopt(?:ed|s"
    r"|ing)?|adapted from|modified from|fork of|follow(?:ing|s)"
    r"|provided by|developed by|from(?= (?:[\w.-]+ ){0,5}\W*$)|et al\.?|extend(?:s|ing)?|modif(?:y|ies"
    r"|ying)"
    r"|compared (?:to|with)|implemented (?:in|with|using)|such as|on top of|via the)\b"
)
SOMEONE_ELSES = pattern(
    r"\b(?:unlike|in contrast to|as opposed to|compared (?:to|with)) [^,;.]{2,60}, (?:whose|which"
    r"|the code of which)\b"
    r"|\bwe (?:use|used|employ|reuse|rely on|build (?:up)?on|adapt) (?:the )?(?:official |original "
    r"|public )?"
    r"(?:code|implementation|software)s? (?:of|by|from) (?!our\b|this\b)"
)
"""What is said to be out is that of the work named before."""
SOMEONE_GATES = (
    "unlike ",
    " contrast to ",
    "opposed to ",
    "compared ",
    "we use",
    "we emp",
    "we re",
    "we build",
    "we adapt",
)
OWN = pattern(r"\b(?:our|ours|we|this (?:paper|work|project|study)|proposed|here)\b")
CLAUSE = pattern(
    r"; |footnote\{(?=[a-z ])|, (?:and|but|while|whereas|yet) (?=(?:we|will|it|future|plan|intend)\b"
    r"|(?:our|the|an?|all|this|these|both|codes?) (?:[\w-]+ ){0,8}?(?:is|are|was|were|will|has|have|can)\b)"
    r"|\band (?=(?:we|will|plan|intend|aim) )"
    r"|\. [\^\[]{0,2}(?=(?:source )?codes? )"
    r"|, (?=we )|\bbut (?=(?:we|the|our|will)\b)| while (?=(?:the|our|code|data|will)\b)"
)
CLAUSE_GATES = (
    "; ", ". code", ". source code", ". ^[", ". [",
    "footnote{", ", and ", ", but ", ", while ", ", whereas ", ", yet ", ", we ", "and we ", "and will ",
    "and plan ",
    "and intend ", "and aim ", "but we ", "but the ", "but our ", "but will ", " while the ", " while our ",
    " while code ", " while data ", " while will ",
)  # fmt: skip
"""One of these stands wherever `CLAUSE` matches."""
HOLDS = pattern(
    r"\b(?:page|website|web ?site|site|homepage|repository|repo|supplement\w*"
    r"|archive)\b[^.;]{0,20}?\b(?:includ\w+|contain\w+|with|for|provid\w+|host\w+|links? to)\b"
)
GIVEN_OBJECT = pattern(
    r" (?:all|our|both|the|its|these|this|everything|(?:source )?codes?|an?|it|them|each|every|two|three"
    r"|\w+ly) "
)
"""Begins the object of a verb in the past, which without it may be an adjective: "and published data"."""
HOLDS_BESIDE = pattern(
    r"\b(?:repository|repo|page|website|package|release|archive),? (?:which |that )?(?:also )?"
    r"(?:includ\w+|contain\w+|provid\w+|host\w*|compris\w+)(?=[^.;:]*, *$)"
)
"""What a repository holds, told between commas: "the repository, which holds scripts, is available"."""
OBJECT = pattern(r" (?:all|our|both|the|its|these|this|everything|codes?) ")
"""Begins the object of a verb, so that "open-source" before it is no adjective."""
WE_OPEN = pattern(r"\b(?:we|i|authors|will|plan to|intend to)\b")
AUTHORS_DO = pattern(r"\b(?:we|i|authors|paper|work|article|project|team|group)\b")
VERB_AND = pattern(
    r"\b(?:introduce|present|develop|train|build|propose|create|curate"
    r"|collect|construct|design|implement|release) and $"
)
RESOURCES_INCLUDING = pattern(
    r"(?:[\w-]+ ){0,3}(?:resources|materials|artifacts|artefacts|assets),? (?:\(?including|such as) "
)
OWN_OBJECT = pattern(r" (?:all |both |the )*(?:our|source|codes?)\b")
SHARED_PARTS = pattern(
    r" (?:the |their |its |a |all )?(?:(?:same|similar|common|single|identical|network|model) )*"
    r"(?:weights|parameters|embeddings|layers|encoders?|backbones?)\b"
    r"(?! (?:publicly|and (?:the )?codes?|at|on)\b)"
)
"""What parts of a network share with each other."""
NEXT_DEED = pattern(
    r",? and (?:we |also |further |finally |then )*"
    r"(?:discuss|(?:describ|evaluat|compar|analy[sz]|demonstrat|propos|introduc|investigat|examin|explor|validat"
    r"|encourag|argu|invit)es?|(?:conduct|assess|develop|establish)(?:e?s)?|identif(?:y|ies)|appl(?:y|ies)"
    r"|(?:present|show|report|highlight|outline)(?= (?:an?|the|our|its|that|how)\b)) "
)
"""Another verb of the same subject, whose object is released by nobody."""
OUTER_VERB = pattern(r"\b(?:show|note|find|found|ensure|believe|hope|mean|say|so|such|given)\w*$")
"""A verb before "that we release", whose object is the clause and no noun."""
INTRODUCES = pattern(
    r"\b(?:introduc|present|develop|creat|provid|propos|describ|built|build|contribut|our\b)"
)
ONCE = pattern(r"\bonce\b")
AS_OPEN = pattern(r" as (?:an? |fully |free |free and )*open[- ]sourced?\b")
AS_WHAT = pattern(
    r" as (?P<what>(?:an? |our )?(?:[\w-]+,? ){0,6}?(?:open[- ]sourced?|python|r|pip|public|free)\b"
    r"[^.;,(]{0,60})"
)
PRONOUN = pattern(r" (?:it|them|the former|the latter|these|both)(?: \([^)]*\))? ?")
BY_MEANS = pattern(r" (?:by|from|using|through|with|when|if)\b")
PURPOSE_FIRST = pattern(r"(?:in order )?to \w+ [^;:]{3,200}?, (?=(?:the|our|all|both)\b)")
"""What something is released for, where that is said first."""
IN_BRACKETS = pattern(r" ?\((?:including|with|incl\.|as well as|and) [^()]{1,80}\)")
BY_DOING = pattern(r" by (?:\w+ly )?\w{3,}ing\b")
"""What is provided so comes of a method: "a bound is provided by extending"."""
MEANT = pattern(r"\b(?:designed|intended|meant|made|built|ought|expected|needs?|should|must) (?:to )?$")
"""Before "be accessible": so a thing is meant to be, which says nothing of its release."""
MAKES = pattern(r"\b(?:makes?|making) (?!(?:it|them) )\w[^.;]*$")
USES = pattern(r"\b(?:using|uses?|used|employ(?:s|ing)?|via|from|with)(?: the)?(?: [\w-]+){1,3}$")
ON_REQUEST = pattern(r" (?:up)?on (?:\w+ )?(?:request|demand)\b")
VENUE = pattern(
    r"\b(?:workshop|conference|symposium) (?:on|for|about)\b"
    r"[^.;:]*[^.;:\s(](?<! at)(?<! from)(?<! on)(?<! in)[\s(]*$"
)
"""Before a link: the page is that of a meeting."""
EMITTED = pattern(
    r" (?:into|from|through|during) (?!(?:an? |the |our |its |this )?"
    r"(?:git|zenodo|hugging|pypi|kaggle|osf|figshare|project|public|open|mast\b|cds\b|vizier))"
    r"| to the (?:galaxy|halo|field|atmosphere|environment|surround\w+|interstellar|circum\w+)\b"
)
"""What is released so is heat, gas or stars, where nothing says that it is a thing to have."""
ON_HOST = pattern(
    r"(?:^|[,;.:(] ?)(?:our |the |full |public |open[- ]sourced? |source |python ){0,3}"
    r"(?:codes?|software|implementation)"
    r" (?:\w+ )?(?:on|at|in) (?:the |our )?(?:github|gitlab|zenodo)\b"
)
"""A note without a verb: "source code on GitHub"."""
OPENED = pattern(
    r"(?:we|i|and|also) (?:\w+ ){0,2}?open[- ]?sourc\w+ (?:our|the proposed|the full|the entire) "
)
"""What is open-sourced without a word for data is software."""
CONSEQUENCE = pattern(r", (?:thereby |thus )?[a-z]{3,}ing ")
VERB = pattern(
    r"\b(?:we|is|are|was|were|has|have|had|can|will|may|do|does|provides?|releases?|shows?|introduces?)\b"
)
RELEASE_NOTE = pattern(
    r"\W*(?:the |our |full )?(?P<what>[\w ,&]{3,50}?) releases? (?:upon|after|is |will |soon|pending)"
)
"""A note without a verb: "code release upon publication"."""
RELEASE_OF = pattern(
    r"\b(?:an?|with|and|the first|our) (?:full |fully |complete )?"
    r"(?:open|public|full|open[- ]sourced?|complete)"
    r" releases? of (?P<what>[\w ,&-]{3,80})"
)
"""A release as a noun: "an open release of all data sets"."""
POSSIBLE = pattern(r"\b(?:can|may|could|should|must|might)(?: \w+ly| also)? be $")
"""Before "public": it is not said that it is."""
TOOL_BESIDE = pattern(
    r"(?:together|along|alongside) ?(?:with )?(?:an?|our|the) (?:[\w-]+ ){0,4}"
    r"(?:tools?|viewer|interface|api)\b"
)
"""A program that is released with something else: "maps are released together with a query tool"."""
ACCOMPANIED = pattern(
    r"\b(?:this|the|our) (?:paper|article|work|study|report|manuscript|datasets?|corpus|benchmark|release)"
    r" (?:is|are|comes?) (?:also )?accompanied (?:by|with) (?P<what>[^.;:]{3,200})"
)
"""What the authors give with their paper: "the article is accompanied by two scripts"."""
INSTALL = pattern(r"\b(?:pip|conda) install [\w.-]+\w")
OF_OTHERS = pattern(r"\b(?:which|that|other|another|one|former|latter|there) (?:is|are)\b")
OPEN_OWN = pattern(
    r"\b(?:introduc\w+|present\w*|describ\w+|(?<!the )(?<!our )propos\w+|develop\w*|implement\w*|built"
    r"|build|announc\w+"
    r"|designed|is|are|offers?|provid\w+|creat\w+|contribut\w+) (?:(?!(?:that|which|using|on|with|by"
    r"|from|for"
    r"|of|to|into|within|in|against)\b|(?:(?:leverag|consolidat|combin|utili[sz]|collect|harness|exploit"
    r"|merg|aggregat|contain|cover|compar|evaluat|test|requir)(?:es|s|ing)|use[sd]?|utili[sz]ed"
    r"|leveraged|between"
    r"|across|over|through|via|does|do|but)[ ,])[\w*$+.{}\\-]+,? |\([^()]{1,80}\),? ){0,12}?"
    r"(?:free(?: and|,)? )?(?:open[- ]?sourced?|public(?:ly (?:available|accessible))?"
    r"|freely available)(?: and [\w-]+)?,? (?:[\w-]+,? ){0,5}?"
)
WEAK_PREDICATES = word_set(
    "available provided given public located linked found accessible shared viewed retrieved "
    "published maintained here"
)
"""Predicates that also hold of a service that can only be used."""
VAGUE_PREDICATES = word_set("found given provided shared published viewed retrieved")
"""Predicates that state a release only together with a place or "publicly"."""
PLAIN_SUBJECT = pattern(r"\W*(?:all |both |the |full |source |relevant )*[\w, &/'’+-]{0,140}$")
IN_OUR = pattern(r"\b(?:on|in|from|via) our\b")
ONLINE = pattern(
    r" (?:online|on github|at github|on (?:hugging ?face|zenodo|kaggle|figshare|osf)\b|on our"
    r"|in our (?:git|project)|in the supp|on the project"
    r"|here\b|at (?:this|the following) (?:link|url|address|repository)\b)"
)
TOWARDS_LINK = pattern(
    r"(?:at|on|in|from|via|online|here|under|through|the|our|github|gitlab|zenodo"
    r"|hugging ?face|repository|repo|link|following"
    r"|address|url|publicly|freely|page|project|website|[\s:,.()\[\]{}\\*-])*"
)
PLACE = pattern(
    r"(?:at|upon|on|from|via|online|here|under|through"
    r"|in (?:the |our |an? )?(?:\w+ )?(?:supp|app|git|repo|zenodo|hugging|kaggle|osf|open|public|anc)\w*"
    r"|as (?:an? |the )?(?:ancillary|supplement\w*) (?:files?|materials?|data))\b"
)
BARE_SUBJECT = pattern(
    r"(?:codes?|data|datasets?|software|models|implementation|scripts|benchmark|corpus|code files?)$|,$|[)]$"
    r"|^\W*(?:the |our |all |full |source )*codes? (?:and|,) [\w ,&-]{3,40}$"
)
AUTHORS = pattern(
    r"\b(?:our|ours|we|i (?=introduc|present|develop|propos|describ|provid)"
    r"|(?:the|this) (?:paper|work|project|study|article|authors)|proposed|here)\b"
)
BARE_STATES = word_set("available accessible public")
"""Adjectives that without "publicly" are a statement only of a plain subject such as "our code"."""
STATED_SUBJECT = pattern(
    r"\b(?:our|the|all|source|codes?|data|datasets?|software|implementation|weights|scripts"
    r"|repository)[ ,]*(?:[\w-]++(?:[ ,]++|$)){0,9}$"
)
OURS = pattern(r"\b(?:our|ours|proposed)\b")
