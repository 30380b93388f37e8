extension CueWords {
  /// Verbs that attribute; see the reader of the table for what the letters mean.
  static let verbTable = """
    accept co
    accuse N
    acknowledge CO
    add Co
    admit Co :to
    advise Ci demand
    advocate o :for demand
    affirm CO
    agree CI :with,on,to promise
    allege CO
    announce COi
    answer C
    anticipate co
    appeal I ::for demand
    applaud O
    appreciate o
    argue C ::for,against
    ask Ci :about,for question /demand
    assert CO
    assess c
    assume c
    assure C
    attack o
    attribute n
    aver C
    back o
    believe CR
    blame N
    blast O
    boast C ::of,about
    brand N
    brush O deny
    call N ::for,on,upon demand
    caution C ::against
    celebrate o
    challenge o
    characterize N
    charge C
    cite O
    claim COi
    comment C ::on
    compare n
    complain C ::about,of
    concede Co
    conclude C
    condemn O
    confess C
    confirm CO
    consider nr
    contend C
    contest O deny
    counter C
    credit n
    criticise O
    criticize O
    cry C
    decide ci
    declare COn
    decline I
    decry O
    deem n
    defend O
    demand COI demand
    denounce O
    deny CO deny
    deplore O
    depict n
    describe N
    disavow O deny
    detail co
    determine c
    disagree c :with
    disclose CO
    discover c
    discuss o
    disclaim O deny
    dismiss O deny
    disown O deny
    dispute CO deny
    doubt C
    echo co
    emphasise CO
    emphasize CO
    endorse O
    envisage co
    estimate C
    exclaim C
    expect cior
    explain CO
    express O
    fault n
    favor oi
    favour oi
    fear Co
    feel C
    find c
    forecast COr
    foresee co
    grumble C
    guarantee CO promise
    guess C
    hail O
    hear c
    highlight co
    hint C ::at
    hold c
    hope CI :for
    imagine c
    imply C
    indicate CO
    inform C
    inquire C question
    insinuate C
    insist C ::on
    interpret n
    joke C ::about
    judge cn
    know c
    label N
    lament CO
    learn c
    lecture c
    liken n
    list n
    maintain Co
    mention Co
    mock O
    muse C
    name n
    note CO
    object C :to
    observe C
    offer i promise
    opine C
    oppose o
    order Ni demand
    paint n
    plan ic
    plead C ::for demand
    pledge CIO promise
    point C ::to,out
    ponder c question
    portray N
    post C
    praise O
    predict CO
    press i :for demand
    presume c
    proclaim COn
    promise CIO promise
    propose CiO
    protest C
    purport I
    question CO question
    quip C
    quote o
    read c
    realise c
    realize c
    reassure C
    rebuff o deny
    rebut O deny
    rebuke O
    recall Co
    reckon C
    recognise c
    recognize c
    recommend CO demand
    recount CO
    refer :to
    reflect c
    refuse I
    refute CO deny
    reiterate CO
    reject O deny
    remark C ::on
    remember c
    remind C
    repeat Co
    reply C
    report CO
    repudiate O deny
    request Coi demand
    respond C
    retort C
    reveal CO
    ridicule O
    rumor R
    say Cor
    scoff C ::at
    see nc
    seek i
    shout C
    show c
    signal C
    slam O
    speak :of,about
    speculate C ::about
    state CO
    stipulate C
    stress CO
    suggest Co
    support o
    suppose cr
    surmise C
    suspect Cn
    swear Ci promise
    talk :about,of
    tell Ci :about
    term N
    testify C
    theorize C
    think Cr
    threaten CIo promise
    tout O
    trumpet O
    tweet CO
    understand c
    underline CO
    underscore CO
    urge CINO demand
    view N
    voice O
    vow CIO promise
    want i
    warn CI ::of,against,about
    welcome O
    wish ci
    wonder C question
    worry C :about
    write C
    yell C
    """

  /// Nouns that attribute, a stance a line.
  static let nounTable = """
    assert acknowledgement admission allegation announcement argument assertion assessment assumption belief charge
    assert claim comment complaint conclusion confidence concern contention conviction criticism declaration
    assert doubt estimate expectation fear feeling forecast hint hope impression indication insistence
    assert message notion opinion position prediction reminder remark report reports revelation rumor rumour saying
    assert speculation stance statement story suggestion suspicion testimony theory thought understanding view warning
    assert worry accusation
    deny denial dismissal
    demand appeal call demand plea recommendation request urging
    promise assurance commitment guarantee offer oath pledge promise threat vow
    question question
    """
}
