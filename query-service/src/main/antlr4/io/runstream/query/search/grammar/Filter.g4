/*
 * MLflow's filters and orders, as its SQL tokenizer cuts them.
 *
 * Any text is a filter to this grammar: what is neither a comparison nor AND is a stray, which the message names.
 * Strings, quoted names and lists are single tokens with their quotes on; what they mean is decided in Java.
 */
grammar Filter;

options { caseInsensitive = true; }

filter
    : item* EOF
    ;

item
    : comparison
    | AND
    | stray
    ;

comparison
    : left=operand COMPARATOR right=operand # binary
    | IDENTIFIER NOT? IN LIST               # membership
    | IDENTIFIER IS (NULL | NOT_NULL)       # presence
    ;

operand
    : atom (OPERATOR atom)*
    ;

atom
    : IDENTIFIER
    | STRING
    | INTEGER
    | DECIMAL
    | LIST
    | NULL
    ;

stray
    : calculation
    | .
    ;

calculation
    : atom (OPERATOR atom)+
    ;

orderBy
    : IDENTIFIER words+=(IDENTIFIER | DIRECTION)* EOF
    ;

AND       : 'AND' ;
IN        : 'IN' ;
IS        : 'IS' ;
NOT       : 'NOT' ;
NOT_NULL  : 'NOT' BLANK+ 'NULL' ;
NULL      : 'NULL' ;
DIRECTION : 'ASC' | 'DESC' ;

COMPARATOR
    : [<>=~!]+
    | ('NOT' BLANK+)? ('LIKE' | 'ILIKE' | 'RLIKE' | 'REGEXP')
    ;

/* Words of SQL that are no names unless they stand next to a dot. */
KEYWORD
    : 'OR' | 'BETWEEN' | 'TRUE' | 'FALSE' | 'EXISTS' | 'SELECT' | 'FROM' | 'WHERE' | 'ORDER' | 'GROUP' | 'BY' | 'HAVING'
    | 'LIMIT' | 'OFFSET' | 'UNION' | 'INSERT' | 'UPDATE' | 'DELETE' | 'DROP' | 'CREATE' | 'ALTER' | 'TABLE' | 'VALUES'
    | 'CASE' | 'USING' | 'AS' | 'ALL' | 'ANY' | 'NOW' | 'USER'
    ;

COMMENT
    : ('--' | '# ') ~[\r\n]*
    | '/*' .*? '*/'
    ;

HEXADECIMAL : '-'? '0x' [0-9a-f]+ ;
INTEGER     : '-'? DIGIT+ ;
DECIMAL
    : '-'? DIGIT+ ('.' DIGIT+)? 'E' '-'? DIGIT+
    | '-'? (DIGIT+ '.' DIGIT* | '.' DIGIT+)
    ;

/* Dots, and blanks around them, belong to the name; a name may end with a dot. */
IDENTIFIER : PART (BLANK* '.' BLANK* PART)* (BLANK* '.' (BLANK* (STRING | '*'))?)? ;

STRING : '\'' ('\'\'' | '\\\'' | ~['])* '\'' ;

/* Nested three deep; no deeper list means anything. */
LIST : '(' (QUOTED | '(' (QUOTED | '(' (QUOTED | ~[()'"])* ')' | ~[()'"])* ')' | ~[()'"])* ')' ;

OPERATOR : [+/@#%^&|\-*]+ ;

SEMICOLON : ';' ;
COMMA     : ',' ;

SPACE : BLANK+ -> channel(HIDDEN) ;

OTHER : . ;

fragment PART   : WORD | '`' ('``' | ~[`])* '`' | NAMED ;
fragment WORD   : [\p{L}_] [\p{L}\p{N}_]* | DIGIT+ [\p{L}_] [\p{L}\p{N}_]* ;
fragment NAMED  : '"' ('""' | '\\"' | ~["])* '"' ;
fragment QUOTED : STRING | NAMED ;
fragment DIGIT  : [0-9] ;
fragment BLANK  : [\p{White_Space}] ;
