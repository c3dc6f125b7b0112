package dev.tempest.internal.reflect.bytecode;

import java.nio.ByteBuffer;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * What an instruction does to the stack and the local variables, as far as the flow of values needs it.
 *
 * @param length in bytes; 0 if it is not fixed
 * @param pops how many slots it takes from the stack; 0 if that depends on the member it names
 * @param pushes how many slots it puts there; a duplication: how many slots it goes below the ones that it doubles
 */
record Instruction(Kind kind, int length, int pops, int pushes) {

    enum Kind {
        /** Computes from what it pops what it pushes, and nothing else. */
        COMPUTE,
        LOAD,
        STORE,
        INCREMENT,
        WIDE,
        DUPLICATE,
        SWAP,
        GET_STATIC,
        PUT_STATIC,
        GET_FIELD,
        PUT_FIELD,
        CALL,
        NEW,
        CAST,
        ARRAYS,
        BRANCH,
        JUMP,
        JUMP_FAR,
        TABLE_SWITCH,
        LOOKUP_SWITCH,
        RETURN,
        THROW
    }

    /** JVMS chapter 6: first and last opcode, kind, length, slots popped, slots pushed. */
    private static final String TABLE = """
        0 0 COMPUTE 1 0 0         nop
        1 8 COMPUTE 1 0 1         aconst_null, iconst
        9 10 COMPUTE 1 0 2        lconst
        11 13 COMPUTE 1 0 1       fconst
        14 15 COMPUTE 1 0 2       dconst
        16 16 COMPUTE 2 0 1       bipush
        17 17 COMPUTE 3 0 1       sipush
        18 18 COMPUTE 2 0 1       ldc
        19 19 COMPUTE 3 0 1       ldc_w
        20 20 COMPUTE 3 0 2       ldc2_w
        21 21 LOAD 2 0 1          iload
        22 22 LOAD 2 0 2          lload
        23 23 LOAD 2 0 1          fload
        24 24 LOAD 2 0 2          dload
        25 25 LOAD 2 0 1          aload
        26 29 LOAD 1 0 1          iload_n
        30 33 LOAD 1 0 2          lload_n
        34 37 LOAD 1 0 1          fload_n
        38 41 LOAD 1 0 2          dload_n
        42 45 LOAD 1 0 1          aload_n
        46 46 COMPUTE 1 2 1       iaload
        47 47 COMPUTE 1 2 2       laload
        48 48 COMPUTE 1 2 1       faload
        49 49 COMPUTE 1 2 2       daload
        50 53 COMPUTE 1 2 1       aaload, baload, caload, saload
        54 54 STORE 2 1 0         istore
        55 55 STORE 2 2 0         lstore
        56 56 STORE 2 1 0         fstore
        57 57 STORE 2 2 0         dstore
        58 58 STORE 2 1 0         astore
        59 62 STORE 1 1 0         istore_n
        63 66 STORE 1 2 0         lstore_n
        67 70 STORE 1 1 0         fstore_n
        71 74 STORE 1 2 0         dstore_n
        75 78 STORE 1 1 0         astore_n
        79 79 COMPUTE 1 3 0       iastore
        80 80 COMPUTE 1 4 0       lastore
        81 81 COMPUTE 1 3 0       fastore
        82 82 COMPUTE 1 4 0       dastore
        83 86 COMPUTE 1 3 0       aastore, bastore, castore, sastore
        87 87 COMPUTE 1 1 0       pop
        88 88 COMPUTE 1 2 0       pop2
        89 89 DUPLICATE 1 1 0     dup
        90 90 DUPLICATE 1 1 1     dup_x1
        91 91 DUPLICATE 1 1 2     dup_x2
        92 92 DUPLICATE 1 2 0     dup2
        93 93 DUPLICATE 1 2 1     dup2_x1
        94 94 DUPLICATE 1 2 2     dup2_x2
        95 95 SWAP 1 0 0          swap
        96 96 COMPUTE 1 2 1       iadd
        97 97 COMPUTE 1 4 2       ladd
        98 98 COMPUTE 1 2 1       fadd
        99 99 COMPUTE 1 4 2       dadd
        100 100 COMPUTE 1 2 1     isub
        101 101 COMPUTE 1 4 2     lsub
        102 102 COMPUTE 1 2 1     fsub
        103 103 COMPUTE 1 4 2     dsub
        104 104 COMPUTE 1 2 1     imul
        105 105 COMPUTE 1 4 2     lmul
        106 106 COMPUTE 1 2 1     fmul
        107 107 COMPUTE 1 4 2     dmul
        108 108 COMPUTE 1 2 1     idiv
        109 109 COMPUTE 1 4 2     ldiv
        110 110 COMPUTE 1 2 1     fdiv
        111 111 COMPUTE 1 4 2     ddiv
        112 112 COMPUTE 1 2 1     irem
        113 113 COMPUTE 1 4 2     lrem
        114 114 COMPUTE 1 2 1     frem
        115 115 COMPUTE 1 4 2     drem
        116 116 COMPUTE 1 1 1     ineg
        117 117 COMPUTE 1 2 2     lneg
        118 118 COMPUTE 1 1 1     fneg
        119 119 COMPUTE 1 2 2     dneg
        120 120 COMPUTE 1 2 1     ishl
        121 121 COMPUTE 1 3 2     lshl
        122 122 COMPUTE 1 2 1     ishr
        123 123 COMPUTE 1 3 2     lshr
        124 124 COMPUTE 1 2 1     iushr
        125 125 COMPUTE 1 3 2     lushr
        126 126 COMPUTE 1 2 1     iand
        127 127 COMPUTE 1 4 2     land
        128 128 COMPUTE 1 2 1     ior
        129 129 COMPUTE 1 4 2     lor
        130 130 COMPUTE 1 2 1     ixor
        131 131 COMPUTE 1 4 2     lxor
        132 132 INCREMENT 3 0 0   iinc
        133 133 COMPUTE 1 1 2     i2l
        134 134 COMPUTE 1 1 1     i2f
        135 135 COMPUTE 1 1 2     i2d
        136 137 COMPUTE 1 2 1     l2i, l2f
        138 138 COMPUTE 1 2 2     l2d
        139 139 COMPUTE 1 1 1     f2i
        140 141 COMPUTE 1 1 2     f2l, f2d
        142 142 COMPUTE 1 2 1     d2i
        143 143 COMPUTE 1 2 2     d2l
        144 144 COMPUTE 1 2 1     d2f
        145 147 COMPUTE 1 1 1     i2b, i2c, i2s
        148 148 COMPUTE 1 4 1     lcmp
        149 150 COMPUTE 1 2 1     fcmpl, fcmpg
        151 152 COMPUTE 1 4 1     dcmpl, dcmpg
        153 158 BRANCH 3 1 0      if
        159 166 BRANCH 3 2 0      if_icmp, if_acmp
        167 167 JUMP 3 0 0        goto
        170 170 TABLE_SWITCH 0 1 0
        171 171 LOOKUP_SWITCH 0 1 0
        172 177 RETURN 1 0 0
        178 178 GET_STATIC 3 0 0
        179 179 PUT_STATIC 3 0 0
        180 180 GET_FIELD 3 0 0
        181 181 PUT_FIELD 3 0 0
        182 184 CALL 3 0 0        invokevirtual, invokespecial, invokestatic
        185 186 CALL 5 0 0        invokeinterface, invokedynamic
        187 187 NEW 3 0 1         new
        188 188 COMPUTE 2 1 1     newarray
        189 189 COMPUTE 3 1 1     anewarray
        190 190 COMPUTE 1 1 1     arraylength
        191 191 THROW 1 0 0       athrow
        192 192 CAST 3 0 0        checkcast
        193 193 COMPUTE 3 1 1     instanceof
        194 195 COMPUTE 1 1 0     monitorenter, monitorexit
        196 196 WIDE 0 0 0        wide
        197 197 ARRAYS 4 0 1      multianewarray
        198 199 BRANCH 3 1 0      ifnull, ifnonnull
        200 200 JUMP_FAR 5 0 0    goto_w
        """;

    private static final @Nullable Instruction[] BY_OPCODE = new @Nullable Instruction[256];

    static {
        StringTokenizer rows = new StringTokenizer(TABLE, "\n");
        while (rows.hasMoreTokens()) {
            StringTokenizer row = new StringTokenizer(rows.nextToken(), " ");
            int opcode = number(row);
            int last = number(row);
            Instruction instruction =
                    new Instruction(Kind.valueOf(row.nextToken()), number(row), number(row), number(row));
            while (opcode <= last) {
                BY_OPCODE[opcode++] = instruction;
            }
        }
    }

    private static int number(StringTokenizer row) {
        return Integer.parseInt(row.nextToken());
    }

    /** How many bytes the instruction at a place takes; 0 if it is none that is known. */
    static int length(ByteBuffer code, int at) {
        Instruction instruction = of(code.get(at) & 0xFF);
        if (instruction == null) {
            return 0;
        }
        int operands = (at & ~3) + 4; // of a switch: aligned from the first instruction on
        return switch (instruction.kind()) {
            case WIDE -> {
                Instruction widened = of(code.get(at + 1) & 0xFF);
                yield widened != null && widened.kind() == Kind.INCREMENT ? 6 : 4;
            }
            case TABLE_SWITCH -> operands + 12 + 4 * (code.getInt(operands + 8) - code.getInt(operands + 4) + 1) - at;
            case LOOKUP_SWITCH -> operands + 8 + 8 * code.getInt(operands + 4) - at;
            default -> instruction.length();
        };
    }

    /** Null for what today's compilers do not emit: {@code jsr} and {@code ret}, which end with Java 6. */
    static @Nullable Instruction of(int opcode) {
        return BY_OPCODE[opcode];
    }
}
