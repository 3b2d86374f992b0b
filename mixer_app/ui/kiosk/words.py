"""Every sentence of the kiosk, in English; the other languages are in `resources/translations`.

After a change here: `pyside6-lupdate -locations none mixer_app/ui/kiosk/words.py -ts resources/translations/*.ts`,
translate, and `pyside6-lrelease resources/translations/*.ts`.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication


def QT_TRANSLATE_NOOP(context: str, sentence: str) -> str:
    """Mark a sentence for `lupdate`, which knows this name; Qt's own function says that it returns any object."""
    return sentence


# the frame
FIND: Final = QT_TRANSLATE_NOOP("Kiosk", "Find")
CHECK: Final = QT_TRANSLATE_NOOP("Kiosk", "Check")
BADGE: Final = QT_TRANSLATE_NOOP("Kiosk", "Badge")
LARGER_TEXT: Final = QT_TRANSLATE_NOOP("Kiosk", "Larger text")
USUAL_TEXT: Final = QT_TRANSLATE_NOOP("Kiosk", "Usual text")
LANGUAGE: Final = QT_TRANSLATE_NOOP("Kiosk", "Language")
BACK: Final = QT_TRANSLATE_NOOP("Kiosk", "Back")
NEXT: Final = QT_TRANSLATE_NOOP("Kiosk", "Next")
DONE: Final = QT_TRANSLATE_NOOP("Kiosk", "Done")
CLEARS_AFTER_A_MINUTE: Final = QT_TRANSLATE_NOOP("Kiosk", "Clears itself after a minute without a touch")
CLEARS_WITHOUT_TOUCH: Final = QT_TRANSLATE_NOOP("Kiosk", "Clears itself after {seconds} s without a touch")
CLEARS_IN: Final = QT_TRANSLATE_NOOP("Kiosk", "Clears itself in {seconds} s")
STILL_THERE: Final = QT_TRANSLATE_NOOP("Kiosk", "Still there? Clears in {seconds} s")
STAY: Final = QT_TRANSLATE_NOOP("Kiosk", "Stay")

# welcome
WELCOME: Final = QT_TRANSLATE_NOOP("Kiosk", "Welcome")
TAKES_A_MINUTE: Final = QT_TRANSLATE_NOOP("Kiosk", "Check in to get your badge. It takes about a minute.")
TAKES_A_MINUTE_ALONE: Final = QT_TRANSLATE_NOOP("Kiosk", "Check in here. It takes about a minute.")
SCAN_YOUR_CODE: Final = QT_TRANSLATE_NOOP("Kiosk", "Scan your code")
HOLD_IT_UNDER: Final = QT_TRANSLATE_NOOP("Kiosk", "Hold it under the scanner, on paper or phone")
SCANNER_LEFT: Final = QT_TRANSLATE_NOOP("Kiosk", "The scanner is to the left of the screen")
SCANNER_RIGHT: Final = QT_TRANSLATE_NOOP("Kiosk", "The scanner is to the right of the screen")
SCANNER_BELOW: Final = QT_TRANSLATE_NOOP("Kiosk", "The scanner is below the screen")
HOLD_BEFORE_CAMERA: Final = QT_TRANSLATE_NOOP("Kiosk", "Hold your code before the camera")
CLOSE_CAMERA: Final = QT_TRANSLATE_NOOP("Kiosk", "Close the camera")
CAMERA_BROKEN: Final = QT_TRANSLATE_NOOP("Kiosk", "The camera cannot be used. Type your name, or ask at the desk.")
UNKNOWN_CODE: Final = QT_TRANSLATE_NOOP("Kiosk", "We do not know this code. Try your name, or ask at the desk.")
TYPE_YOUR_NAME: Final = QT_TRANSLATE_NOOP("Kiosk", "Type your name")
THREE_LETTERS: Final = QT_TRANSLATE_NOOP("Kiosk", "Three letters are enough")
DOORS_OPEN_AT: Final = QT_TRANSLATE_NOOP("Kiosk", "Doors open at {time}")
NO_CONNECTION: Final = QT_TRANSLATE_NOOP("Kiosk", "No connection at the moment. Please see the desk.")
PRINTER_AWAY: Final = QT_TRANSLATE_NOOP("Kiosk", "The printer does not work at the moment. Get your badge at the desk.")
CHECK_IN_THEN: Final = QT_TRANSLATE_NOOP("Kiosk", "Check-in begins here at that time")

# search
CLEAR: Final = QT_TRANSLATE_NOOP("Kiosk", "Clear")
NOT_THERE: Final = QT_TRANSLATE_NOOP("Kiosk", "Not there? Type one more letter.")
MANY_MATCH: Final = QT_TRANSLATE_NOOP("Kiosk", "Many match. Type one more letter.")
MANY_OF_THIS_NAME: Final = QT_TRANSLATE_NOOP(
    "Kiosk", "Many match. Type your employer as well, or only your e-mail address."
)
NOBODY: Final = QT_TRANSLATE_NOOP("Kiosk", "Nobody by this name. Check the spelling, or see the desk.")
ONE_MORE_DETAIL_NEXT: Final = QT_TRANSLATE_NOOP("Kiosk", "Next, one more detail to be sure it is you")
SCAN_INSTEAD: Final = QT_TRANSLATE_NOOP("Kiosk", "Scan instead")
FOUND: Final = QT_TRANSLATE_NOOP("Kiosk", "Found: {count}")
SPACE: Final = QT_TRANSLATE_NOOP("Kiosk", "space")
DELETE: Final = QT_TRANSLATE_NOOP("Kiosk", "Delete")
OTHER_LETTERS: Final = QT_TRANSLATE_NOOP("Kiosk", "Other alphabet")
DIGITS: Final = QT_TRANSLATE_NOOP("Kiosk", "Digits")
LETTERS: Final = QT_TRANSLATE_NOOP("Kiosk", "Letters")
VOICING: Final = QT_TRANSLATE_NOOP("Kiosk", "Voiced or small")

# second fact
ONE_MORE_DETAIL: Final = QT_TRANSLATE_NOOP("Kiosk", "One more detail")
LAST_DIGITS: Final = QT_TRANSLATE_NOOP("Kiosk", "The last four digits of your phone number")
EMAIL_LETTERS: Final = QT_TRANSLATE_NOOP("Kiosk", "The first three letters of your e-mail address")
EMPLOYER_LETTERS: Final = QT_TRANSLATE_NOOP("Kiosk", "The first three letters of your employer’s name")
DOES_NOT_MATCH: Final = QT_TRANSLATE_NOOP("Kiosk", "That does not match. Please try again.")
TOO_SHORT: Final = QT_TRANSLATE_NOOP("Kiosk", "Please type at least {count} characters.")
SURE_IT_IS_YOU: Final = QT_TRANSLATE_NOOP("Kiosk", "So that nobody else checks in under your name")

# confirm
HERE_AS: Final = QT_TRANSLATE_NOOP("Kiosk", "I am here as")
MENTEE: Final = QT_TRANSLATE_NOOP("Kiosk", "Mentee")
MENTOR: Final = QT_TRANSLATE_NOOP("Kiosk", "Mentor")
BOTH: Final = QT_TRANSLATE_NOOP("Kiosk", "Both")
WRONG_ROLE: Final = QT_TRANSLATE_NOOP("Kiosk", "Wrong role? Please see the desk.")
ON_YOUR_MIND: Final = QT_TRANSLATE_NOOP("Kiosk", "What is on your mind?")
BEEN_THROUGH: Final = QT_TRANSLATE_NOOP("Kiosk", "What have you been through?")
CHOOSE_WHAT_FITS: Final = QT_TRANSLATE_NOOP("Kiosk", "Choose what fits")
NEVER_SHOWN: Final = QT_TRANSLATE_NOOP("Kiosk", "Used for matching only, never shown to others")
TOPICS_TO_TALK: Final = QT_TRANSLATE_NOOP("Kiosk", "Topics to talk about")
TOPICS_YOU_OFFER: Final = QT_TRANSLATE_NOOP("Kiosk", "Topics you can talk about")
UP_TO_THREE: Final = QT_TRANSLATE_NOOP("Kiosk", "Up to three, the most important first")
THREE_ALREADY: Final = QT_TRANSLATE_NOOP("Kiosk", "Three already. Take one away first.")
MORE: Final = QT_TRANSLATE_NOOP("Kiosk", "{count} more")
SHARE_EMAIL: Final = QT_TRANSLATE_NOOP("Kiosk", "Share my e-mail")
SHARE_PHONE: Final = QT_TRANSLATE_NOOP("Kiosk", "Share my phone number")
IF_BOTH_SAY_YES: Final = QT_TRANSLATE_NOOP("Kiosk", "If we both say yes")
NOT_ME: Final = QT_TRANSLATE_NOOP("Kiosk", "This is not me")
PRINT_MY_BADGE: Final = QT_TRANSLATE_NOOP("Kiosk", "Print my badge")
CHECK_ME_IN: Final = QT_TRANSLATE_NOOP("Kiosk", "Check me in")
ONE_MOMENT: Final = QT_TRANSLATE_NOOP("Kiosk", "One moment")
CHOSEN_NEED: Final = QT_TRANSLATE_NOOP("Kiosk", "{name}, chosen")
CHOSEN_TOPIC: Final = QT_TRANSLATE_NOOP("Kiosk", "{name}, topic, choice {number}, chosen")
TOPIC: Final = QT_TRANSLATE_NOOP("Kiosk", "{name}, topic")
PRIVATE: Final = QT_TRANSLATE_NOOP("Kiosk", "{name}, private")

# done
CHECKED_IN: Final = QT_TRANSLATE_NOOP("Kiosk", "You are checked in")
CHECKED_IN_SINCE: Final = QT_TRANSLATE_NOOP("Kiosk", "You have been checked in since {time}")
IN_ELSEWHERE: Final = QT_TRANSLATE_NOOP("Kiosk", "Already checked in, {seconds} s ago, at {station}")
BADGE_LEFT: Final = QT_TRANSLATE_NOOP("Kiosk", "Take your badge from the printer on the left.")
BADGE_RIGHT: Final = QT_TRANSLATE_NOOP("Kiosk", "Take your badge from the printer on the right.")
BADGE_BELOW: Final = QT_TRANSLATE_NOOP("Kiosk", "Take your badge from the printer below.")
BADGE_AT_DESK: Final = QT_TRANSLATE_NOOP("Kiosk", "Get your badge at the desk.")
ANOTHER_BADGE: Final = QT_TRANSLATE_NOOP("Kiosk", "For another badge, please ask at the desk.")
GOOD_EVENING: Final = QT_TRANSLATE_NOOP("Kiosk", "Have a good evening.")
IS_PRINTING: Final = QT_TRANSLATE_NOOP("Kiosk", "Your badge is printing")
ABOUT_SECONDS: Final = QT_TRANSLATE_NOOP("Kiosk", "about {seconds} s")
ALMOST_THERE: Final = QT_TRANSLATE_NOOP("Kiosk", "Almost there")
TAKE_YOUR_BADGE: Final = QT_TRANSLATE_NOOP("Kiosk", "Take your badge")
FIRST_TABLE: Final = QT_TRANSLATE_NOOP("Kiosk", "First table")
ROUND_STARTS: Final = QT_TRANSLATE_NOOP("Kiosk", "Round {number} starts")
MENTOR_WITH_TITLE: Final = QT_TRANSLATE_NOOP("Kiosk", "Mentor, {title}")
TABLES_AT: Final = QT_TRANSLATE_NOOP("Kiosk", "Your tables come on paper at {time}")
TABLES_LATER: Final = QT_TRANSLATE_NOOP("Kiosk", "Your tables come on paper before the first round")
BREAK_FIRST: Final = QT_TRANSLATE_NOOP(
    "Kiosk", "You start with a break in round {number}. Table {table} in round {later}."
)
SOMETHING_WRONG: Final = QT_TRANSLATE_NOOP("Kiosk", "Something is wrong")
WHAT_IS_WRONG: Final = QT_TRANSLATE_NOOP("Kiosk", "What is wrong?")
NAME_WRONG: Final = QT_TRANSLATE_NOOP("Kiosk", "My name is wrong")
ROLE_WRONG: Final = QT_TRANSLATE_NOOP("Kiosk", "My role is wrong")
NO_BADGE: Final = QT_TRANSLATE_NOOP("Kiosk", "No badge came out")

# see the desk
SEE_THE_DESK: Final = QT_TRANSLATE_NOOP("Kiosk", "Please see the desk")
NOT_PRINTED: Final = QT_TRANSLATE_NOOP("Kiosk", "You are checked in. Your badge could not be printed.")
NOT_CHECKED_IN: Final = QT_TRANSLATE_NOOP("Kiosk", "We could not check you in.")
HAD_CANCELLED: Final = QT_TRANSLATE_NOOP("Kiosk", "Your registration was cancelled.")
PUT_RIGHT: Final = QT_TRANSLATE_NOOP("Kiosk", "You are checked in. The desk will put it right.")
THEY_KNOW: Final = QT_TRANSLATE_NOOP("Kiosk", "They know that you are coming.")
SHOW_THIS_CODE: Final = QT_TRANSLATE_NOOP("Kiosk", "Show this code at the desk")
THE_DESK_IS: Final = QT_TRANSLATE_NOOP("Kiosk", "Desk: {where}")
NOT_KEPT: Final = QT_TRANSLATE_NOOP("Kiosk", "Your last answer could not be kept.")

# answers
IN_TOUCH_QUESTION: Final = QT_TRANSLATE_NOOP("Kiosk", "Would you like to stay in touch?")
BOTH_OR_NOBODY: Final = QT_TRANSLATE_NOOP(
    "Kiosk", "Contact details are shared only if you both say yes. Nobody is told of a no."
)
STAY_IN_TOUCH: Final = QT_TRANSLATE_NOOP("Kiosk", "Stay in touch")
NOT_NOW: Final = QT_TRANSLATE_NOOP("Kiosk", "Not now")
NOT_MET: Final = QT_TRANSLATE_NOOP("Kiosk", "We did not meet")
ROUND_AND_TABLE: Final = QT_TRANSLATE_NOOP("Kiosk", "Round {number}, table {table}")
BESIDES_THE_ROUNDS: Final = QT_TRANSLATE_NOOP("Kiosk", "Outside the rounds")
ANSWERED: Final = QT_TRANSLATE_NOOP("Kiosk", "answered")
ANSWER_ABOUT: Final = QT_TRANSLATE_NOOP("Kiosk", "{name}: {answer}")
NOTE: Final = QT_TRANSLATE_NOOP("Kiosk", "Note")
NOTE_ON: Final = QT_TRANSLATE_NOOP("Kiosk", "Note on {name}")
KEPT_AT_ONCE: Final = QT_TRANSLATE_NOOP("Kiosk", "Every answer is kept at once")
MORE_PEOPLE: Final = QT_TRANSLATE_NOOP("Kiosk", "More people")
DID_IT_HELP: Final = QT_TRANSLATE_NOOP("Kiosk", "How much did this talk help you?")
NOT_AT_ALL: Final = QT_TRANSLATE_NOOP("Kiosk", "Not at all")
VERY_MUCH: Final = QT_TRANSLATE_NOOP("Kiosk", "Very much")
MARK_OF: Final = QT_TRANSLATE_NOOP("Kiosk", "{mark} of {most}")
YOUR_NOTE: Final = QT_TRANSLATE_NOOP("Kiosk", "A private note, if you like")
SUITS_BETTER: Final = QT_TRANSLATE_NOOP("Kiosk", "Someone else would suit better")
NOTE_IS_PRIVATE: Final = QT_TRANSLATE_NOOP("Kiosk", "No other guest sees the note or the mark.")

# staff
STAFF_PIN: Final = QT_TRANSLATE_NOOP("Kiosk", "Staff PIN")
LEAVE_KIOSK: Final = QT_TRANSLATE_NOOP("Kiosk", "Leave the kiosk")
PIN_LEAVES: Final = QT_TRANSLATE_NOOP("Kiosk", "The PIN closes this kiosk")
WRONG_PIN: Final = QT_TRANSLATE_NOOP("Kiosk", "This is not the PIN.")
PIN_UNREAD: Final = QT_TRANSLATE_NOOP("Kiosk", "The PIN could not be checked. Please try again.")
WAIT_SECONDS: Final = QT_TRANSLATE_NOOP("Kiosk", "Please wait {seconds} s")

USUAL_NAMES: Final = (  # of needs and topics: an organizer's own stay as they were written
    QT_TRANSLATE_NOOP("Kiosk", "New position"),
    QT_TRANSLATE_NOOP("Kiosk", "Organisational barrier"),
    QT_TRANSLATE_NOOP("Kiosk", "Interpersonal issue"),
    QT_TRANSLATE_NOOP("Kiosk", "Changing employer"),
    QT_TRANSLATE_NOOP("Kiosk", "Relocation"),
    QT_TRANSLATE_NOOP("Kiosk", "Clinical to administrative"),
    QT_TRANSLATE_NOOP("Kiosk", "Exploring"),
    QT_TRANSLATE_NOOP("Kiosk", "Finance"),
    QT_TRANSLATE_NOOP("Kiosk", "Leading change"),
    QT_TRANSLATE_NOOP("Kiosk", "Negotiation"),
    QT_TRANSLATE_NOOP("Kiosk", "Digital health"),
    QT_TRANSLATE_NOOP("Kiosk", "Quality and safety"),
    QT_TRANSLATE_NOOP("Kiosk", "Research leadership"),
    QT_TRANSLATE_NOOP("Kiosk", "Health policy"),
    QT_TRANSLATE_NOOP("Kiosk", "Parenthood and work"),
    QT_TRANSLATE_NOOP("Kiosk", "Teaching"),
    QT_TRANSLATE_NOOP("Kiosk", "Building a team"),
    QT_TRANSLATE_NOOP("Kiosk", "Strategy"),
    QT_TRANSLATE_NOOP("Kiosk", "Speaking in public"),
)


def say(sentence: str, **values: object) -> str:
    """A sentence of this module in the language in use, with its places filled."""
    said = QCoreApplication.translate("Kiosk", sentence)
    return said.format(**values) if values else said
