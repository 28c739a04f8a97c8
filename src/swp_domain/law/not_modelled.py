"""Law that we know of and do not encode, said aloud: silence here would read as *nothing is asked*.

Each entry names what is left out, the ids that are kept for it in the catalogue of rules, when it is or was in force
as far as we know, why it is not encoded, and the day on which that was last said. Nothing here decides anything.
Whoever encodes something takes its id away; a test finds an id that is both bound to a rule and listed here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True)
class NotModelled:
    """Something that the law asks, or asked, and that no rule here asks."""

    what: str
    why: str
    in_force: str
    ids: tuple[str, ...] = ()
    said_on: date = date(2026, 11, 24)


_NOT_COMMENCED: Final = "not commenced"
_ITS_OWN_RECORD: Final = "an organisation's own record, not a case's: nothing here says when information was asked for"

NOT_MODELLED: Final[tuple[NotModelled, ...]] = (
    NotModelled(
        "Care Act 2014, s 1 (well-being), s 2 (prevention), s 3 (integration), s 5 (the market)",
        "duties to everybody in an area, or about how a power is used: no act in one case makes or breaks them. What "
        "an assessment must look at (s 9(4)) is asked",
        "from 1 April 2015",
    ),
    NotModelled(
        "Care Act 2014, s 12(5): one assessment of two people",
        "no event says that assessments were combined; each is recorded by itself",
        "from 1 April 2015",
        ("CA-12-02",),
    ),
    NotModelled(
        "Care Act 2014, ss 15-16, 28-29 and parts of 18, 24(3), 26(2), 37(2): the cap on care costs, and care accounts",
        "the start that was planned for October 2025 was given up on 29 July 2024",
        _NOT_COMMENCED,
    ),
    NotModelled(
        "Care Act 2014, s 18 so far as it would make a council pay for a place in a care home at the request of "
        "somebody with means above the limit",
        "that part was never commenced; that means are above the limit is a ground that is recorded",
        _NOT_COMMENCED,
    ),
    NotModelled(
        "Care Act 2014, s 20: how a carer's needs are met by care for the adult, and with whose agreement",
        "a carer's plan and its reviews are asked about; whose agreement was had, no event records",
        "from 1 April 2015",
    ),
    NotModelled(
        "Care Act 2014, ss 40-41: asking for a determination to be looked at again, and settling up between councils",
        "a dispute is followed until it is referred or resolved, and no further",
        "from 1 April 2015",
    ),
    NotModelled(
        "Care Act 2014, s 43 and Sch 2: the constitution, plan and annual report of a Safeguarding Adults Board",
        "a board's own business and not a case's",
        "from 1 April 2015",
    ),
    NotModelled(
        "Care Act 2014, s 72: appeals",
        "no regulations were made, so there is no appeal to follow",
        "enacted; nothing made under it",
    ),
    NotModelled(
        "Care Act 2014, s 77: the registers of people with a sight impairment",
        "a register of the council's own, and the two weeks to make contact were not checked in a primary source",
        "from 1 April 2015",
    ),
    NotModelled(
        "SI 2014/2827, regs 3-4: that an assessment is proportionate, and looks at the family and at young carers",
        "whether it was is for the person who reads it; no limb of it was found that a record could show",
        "from 1 April 2015",
    ),
    NotModelled(
        "SI 2014/2823: what a council paid for each day of a delayed discharge",
        "the days are counted; the payment ended with the notices",
        "from 1 April 2015 to 30 June 2022",
    ),
    NotModelled(
        "Care Act 2014, ss 34-36, save that an agreement must be offered: terms, security, interest and end of a "
        "deferred payment",
        "the figures since 2015 were not checked, and a wrong sum is worse than none",
        "from 1 April 2015",
    ),
    NotModelled(
        "Care Act 2014, ss 53-57: the regulator's oversight of providers",
        "duties of the Care Quality Commission towards providers; what a council owes when one fails is asked",
        "from April 2015",
    ),
    NotModelled(
        "Care Act 2014, ss 69-70: recovering a charge, and assets given away to avoid one",
        "it takes a court's view of limitation and of purpose",
        "from 1 April 2015",
    ),
    NotModelled(
        "SI 2014/2672: income, the minimum income guarantee, the personal expenses allowance, the rates of each year",
        "means are assessed elsewhere and their outcome is recorded; rates were not checked for every year",
        "from 1 April 2015",
    ),
    NotModelled(
        "Coronavirus Act 2020, Sch 12: the Care Act easements",
        "they lifted duties only where a council formally took them up, as eight did from April to June 2020, and no "
        "event records that it did. For such a council and those days, breaches of the duties to assess, to plan and "
        "to meet needs may be too many",
        "from 31 March 2020 to 16 July 2021",
    ),
    NotModelled(
        "National Assistance Act 1948, ss 21, 22, 24, 26 and 29, and Chronically Sick and Disabled Persons Act 1970, "
        "s 2: which services were owed, and what a home was charged at",
        "whether needs called for services is asked (CC-47-02, CC-FACS-01); what was charged is for a person to look "
        "up, and CHG-OLD-01 says so each time",
        "to 31 March 2015, and to 31 March 2016 for those then supported",
    ),
    NotModelled(
        "HASSASSA 1983, s 17: charges for services outside a home",
        "what was reasonable was each council's policy; CHG-OLD-01 says that it is for a person to look up",
        "to 31 March 2015, and to 31 March 2016 for those then supported",
    ),
    NotModelled(
        "National Health Service and Community Care Act 1990, s 47(2)-(3): a disabled person's further rights, and "
        "asking the NHS and the housing authority to take part",
        "no event of the old law records either",
        "from 1 April 1993 to 31 March 2015, and to 31 March 2016 for those then supported",
    ),
    NotModelled(
        "Carers and Disabled Children Act 2000 and Carers (Equal Opportunities) Act 2004",
        "known only by their sections; a carer's assessment before April 2015 is asked for under the Act of 1995",
        "to 31 March 2015",
    ),
    NotModelled(
        "Health and Social Care Act 2001, s 57, and SI 2009/1887: direct payments before the Care Act",
        "their conditions were not checked; DP-OLD-01 says that it is for a person to look up",
        "to 31 March 2015, and to 31 March 2016 for those then supported",
    ),
    NotModelled(
        "Mental Capacity (Amendment) Act 2019: the Liberty Protection Safeguards",
        "enacted, and no day is appointed",
        _NOT_COMMENCED,
    ),
    NotModelled(
        "Mental Health Act 1983: detention in a hospital, save while a standard authorisation is suspended",
        "no event says that somebody is detained under that Act: whose days of detention it authorises are no days of "
        "deprivation to record here",
        "from 1 April 2009 beside the safeguards",
    ),
    NotModelled(
        "Practice Direction 11A, Part 1: how quickly a challenge under section 21A is served and answered",
        "its times were not checked; those of Part 9 are counted, unless people were told before it was filed or the "
        "court dispensed with it",
        "from 1 December 2017",
    ),
    NotModelled(
        "Court of Protection Rules 2007 (service within 21 days, 14 from 1 July 2015), and what a deputy decides",
        "service and its certificates are counted by the rules of 2017; a deputy's decisions are not recorded, though "
        "who may decide is asked",
        "from 1 October 2007; the rules of 2007 to 30 November 2017",
        ("COP-08",),
    ),
    NotModelled(
        "SI 2014/2821: a council's part in NHS continuing healthcare, and its refusal to take part",
        "its text was not read; that somebody is referred (CA-AR-07), that the council is consulted (CHC-08) and that "
        "a dispute has a procedure (CHC-14) is asked from the side of SI 2012/2996",
        "from 1 April 2015",
    ),
    NotModelled(
        "NHS continuing healthcare before SI 2012/2996: the directions and the frameworks of 2007 and 2009",
        "their rules were not checked; the issues of the framework are known by their days",
        "from 1 October 2007 to 31 March 2013",
    ),
    NotModelled(
        "Interest on what is paid back, claims about past periods that were never assessed, and the sum that was added "
        "to funded nursing care once, for 2021-22",
        "the figures for claims are local, and an addition made once is no rate",
        "from 1 April 2012",
    ),
    NotModelled(
        "Health and Social Care Act 2008, s 46A: the assessment of councils by the Care Quality Commission",
        "it is about a council and not about anybody's case",
        "from 1 April 2023",
    ),
    NotModelled(
        "The Records Management Code of Practice: how long a record is kept",
        "nothing is destroyed here save the keys of personal text, by a person who decides it",
        "from 4 August 2021",
        ("REC-02",),
    ),
    NotModelled(
        "UK GDPR, arts 12 and 33: access to personal data, and breaches of it",
        _ITS_OWN_RECORD,
        "from 25 May 2018",
        ("REC-03",),
    ),
    NotModelled("Freedom of Information Act 2000: requests", _ITS_OWN_RECORD, "from 1 January 2005", ("REC-04",)),
    NotModelled(
        "Client level data: what a submission holds, and that nothing of safeguarding, of capacity, of liberty or of "
        "the Mental Health Act is in it",
        "nothing is submitted from here yet, so no row can be one too many; whoever writes the submission begins with "
        "RET-03",
        "from 1 April 2023; the second release from 1 October 2025",
        ("RET-01", "RET-02", "RET-03", "RET-04"),
    ),
    NotModelled(
        "The Deprivation of Liberty Safeguards data collection: the file that is submitted, the codes of an "
        "application's status and of the reason why it was not granted, and what describes the person",
        "its rows and counts are a question to the record (RET-06), and nothing is submitted from here; the codes were "
        "not seen in its guidance, and no event records gender, ethnicity or disability",
        "from 1 April 2013",
    ),
    NotModelled(
        "The Safeguarding Adults Collection: the tables themselves",
        "no return is made from here; what an enquiry must hold to be counted is another matter",
        "from 1 April 2015",
        ("RET-07",),
    ),
)
