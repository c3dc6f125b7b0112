package dev.tempest.internal.reflect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.internal.reflect.ConstructorParameters.Mapped;
import dev.tempest.internal.reflect.ConstructorParameters.Refused;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstructorParametersTest {

    /** What a class was compiled with. */
    enum Names {
        IN_PARAMETERS("-parameters -g:none"),
        FOR_DEBUGGERS("-g"),
        NONE("-g:none");

        private final String options;

        Names(String options) {
            this.options = options;
        }

        SourceCompiler.Loader compile(String source) {
            return SourceCompiler.compile(source, options.split(" "));
        }
    }

    private static final String IMPORTS = "import java.util.*;\n";

    /** Class {@code T} of a source text; its constructor with the most parameters. */
    private static Constructor<?> constructor(String source, Names names) {
        return longest(names.compile(IMPORTS + source).load("T"));
    }

    private static Constructor<?> longest(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .max((a, b) -> a.getParameterCount() - b.getParameterCount())
                .orElseThrow();
    }

    static Map<String, Field> fields(Class<?> type) {
        Map<String, Field> fields = new HashMap<>();
        for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
            for (Field field : owner.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                    fields.putIfAbsent(field.getName(), field);
                }
            }
        }
        return fields;
    }

    private static List<String> mapped(Constructor<?> constructor) {
        ConstructorParameters.Result result =
                ConstructorParameters.of(constructor, fields(constructor.getDeclaringClass()));
        assertThat(result).isInstanceOf(Mapped.class);
        return ((Mapped) result).fieldNames();
    }

    private static List<String> mapped(String source, Names names) {
        return mapped(constructor(source, names));
    }

    private static String refused(Constructor<?> constructor) {
        ConstructorParameters.Result result =
                ConstructorParameters.of(constructor, fields(constructor.getDeclaringClass()));
        assertThat(result).isInstanceOf(Refused.class);
        return ((Refused) result).reason();
    }

    private static String refused(String source, Names names) {
        return refused(constructor(source, names));
    }

    /** Constructors that can be used however they were compiled. */
    @Nested
    class Always {

        @ParameterizedTest
        @EnumSource
        void playlistOfTheGuide(Names names) {
            Class<?> type = SourceCompiler.compile(IMPORTS + """
                class PlaylistInfo {
                  public final String playlist_token;
                  public final String playlist_name;
                  public final List<Long> playlist_tracks;
                  public final Long playlist_version;
                  public final String sort_key = "";

                  public PlaylistInfo(String playlist_token, String playlist_name,
                      List<Long> playlist_tracks) {
                    this(playlist_token, playlist_name, playlist_tracks, 1L);
                  }

                  public PlaylistInfo(String playlist_token, String playlist_name,
                      List<Long> playlist_tracks, Long playlist_version) {
                    this.playlist_token = playlist_token;
                    this.playlist_name = playlist_name;
                    this.playlist_tracks = playlist_tracks;
                    this.playlist_version = playlist_version;
                  }
                }
                """).load("PlaylistInfo");
            for (Constructor<?> constructor : type.getConstructors()) {
                assertThat(mapped(constructor))
                        .isEqualTo(List.of("playlist_token", "playlist_name", "playlist_tracks", "playlist_version")
                                .subList(0, constructor.getParameterCount()));
            }
        }

        @ParameterizedTest
        @EnumSource
        void neverByOrder(Names names) {
            assertThat(mapped(
                            "class T { final String a, b; T(String b, String a) { this.a = a; this.b = b; } }", names))
                    .containsExactly("b", "a");
        }

        @ParameterizedTest
        @EnumSource
        void parametersNamedUnlikeTheirFields(Names names) {
            assertThat(mapped("class T { private final String a, b; T(String x, String y) { a = y; b = x; } }", names))
                    .containsExactly("b", "a");
        }

        @ParameterizedTest
        @EnumSource
        void everyTypeAndWidth(Names names) {
            String source = """
                class T {
                  private boolean z; private byte b; private short s; private char c; private int i;
                  private float f; long j; double d; int[] is; String[][] ss; Integer boxed; int unboxed;
                  T(double d, int[] is, long j, byte b, float f, short s, boolean z, char c, int i, String[][] ss,
                      int boxed, Integer unboxed) {
                    this.ss = ss; this.i = i; this.c = c; this.z = z; this.s = s; this.f = f; this.b = b;
                    this.j = j; this.is = is.clone(); this.d = d; this.boxed = boxed; this.unboxed = unboxed;
                  }
                }
                """;
            assertThat(mapped(source, names))
                    .containsExactly("d", "is", "j", "b", "f", "s", "z", "c", "i", "ss", "boxed", "unboxed");
        }

        @ParameterizedTest
        @EnumSource
        void checkedAndCopied(Names names) {
            String source = """
                class T {
                  final String a, b, c; final List<String> list, view; final Map<String, Long> map; final Set<Long> set;
                  T(String b, String a, String c, Map<String, Long> map, List<String> view, Set<Long> set,
                      List<String> list) {
                    if (a.isEmpty()) throw new IllegalArgumentException("a: " + a);
                    this.a = Objects.requireNonNull(a, "a of " + b);
                    Objects.requireNonNull(b);
                    this.b = b;
                    this.c = Objects.requireNonNullElse(c, "");
                    this.list = List.copyOf(list);
                    this.view = Collections.unmodifiableList(new ArrayList<>(view));
                    this.map = new TreeMap<>(map);
                    set = Collections.unmodifiableSet(set);
                    this.set = set;
                  }
                }
                """;
            List<String> expected = List.of("b", "a", "c", "map", "view", "set", "list");
            if (names == Names.NONE) { // b has a say in the message, and the interpreter does not know in what else
                source = source.replace("\"a of \" + b", "\"a\"");
            }
            assertThat(mapped(source, names)).isEqualTo(expected);
        }

        @ParameterizedTest
        @EnumSource
        void inheritedThroughSuperConstructors(Names names) {
            String source = """
                class Top { private final String a; private final long n; Top(long n, String a) { this.a = a; this.n = n; } }
                class Middle extends Top { Middle(String a, long n, Object unused) { super(n, a); } }
                class T extends Middle {
                  final String b;
                  T(String y, double d, String x, long z) { super(x, z, "const"); b = y; this.d = d; }
                  private final double d;
                }
                """;
            assertThat(mapped(source, names)).containsExactly("b", "d", "a", "n");
        }

        @ParameterizedTest
        @EnumSource
        void delegationThatAddsConstantsAndReorders(Names names) {
            String source = """
                class T {
                  final String a, b; final int n; final List<String> list;
                  T(String x, String y) { this(7, new ArrayList<>(), y, x); }
                  private T(int n, List<String> list, String a, String b) {
                    this.n = n; this.list = list; this.a = a; this.b = b;
                  }
                }
                """;
            Class<?> type = names.compile(IMPORTS + source).load("T");
            Constructor<?> shorter = Arrays.stream(type.getDeclaredConstructors())
                    .filter(constructor -> constructor.getParameterCount() == 2)
                    .findFirst()
                    .orElseThrow();
            assertThat(mapped(shorter)).containsExactly("b", "a");
            assertThat(mapped(longest(type))).containsExactly("n", "list", "a", "b");
        }

        @ParameterizedTest
        @EnumSource
        void constantAndDerivedFieldsAreSetByNoParameter(Names names) {
            String source = """
                class T {
                  final String first, last; final String full; final int length; private final String kind = "T";
                  private int calls = 3; private final List<String> parts = new ArrayList<>();
                  T(String last, String first) {
                    this.first = first; this.last = last;
                    full = first + " " + last;
                    length = this.full.length();
                    parts.add(first);
                  }
                }
                """;
            assertThat(mapped(source, names)).containsExactly("last", "first");
        }

        @ParameterizedTest
        @EnumSource
        void branchesLoopsSwitchesLambdasAndHandlers(Names names) {
            String source = """
                class T {
                  final String a, b; final int n; final long m; final Runnable later;
                  T(int n, String b, long m, String a) {
                    int sum = 0;
                    for (int i = 0; i < n; i++) { sum += i % 3 == 0 ? i : (int) (m ^ i); }
                    switch (n) { case 1: sum++; break; case 2: case 3: sum--; break; default: sum = 0; }
                    switch (n) { case -1000: sum++; break; case 70000: sum--; }
                    switch (a) { case "x" -> sum++; case "y" -> sum--; default -> {} }
                    long[][] table = new long[n][2];
                    long counter = m;
                    table[0][1] += counter++;
                    try {
                      if (Integer.parseInt(b) > sum) throw new IllegalStateException();
                    } catch (NumberFormatException | IllegalStateException e) {
                      sum = e.hashCode();
                    } finally {
                      sum++;
                    }
                    synchronized (b) { sum = Math.max(sum, b.length()); }
                    this.later = () -> System.out.println(a + b);
                    final Object o = a; if (o instanceof String s && !s.isEmpty()) { sum = s.length(); }
                    this.a = a; this.b = b; this.n = n; this.m = m;
                    assert sum > 0 : sum;
                  }
                }
                """;
            assertThat(mapped(source, names)).containsExactly("n", "b", "m", "a");
        }

        @ParameterizedTest
        @EnumSource
        void wideInstructionsAndLongJumps(Names names) {
            StringBuilder source = new StringBuilder("class T { final long a, b; T(long b, long a) { long s = a;\n");
            for (int i = 0; i < 300; i++) {
                source.append("int v%d = (int) s; v%d += 1000; s += v%d; v%d++;\n".formatted(i, i, i, i));
            }
            source.append("long a2 = a; int k = 0; while (s < 0) { k++; k += 1000;");
            source.append("s = Math.abs(s * 31 + b);\n".repeat(4000));
            source.append("} this.a = a2; this.b = b; } }");
            assertThat(mapped(source.toString(), names)).containsExactly("b", "a");
        }

        @ParameterizedTest
        @EnumSource
        void record(Names names) {
            String source =
                    "record T(String b, String a) { T { b = b.trim(); a = b + a; } T(long n) { this(\"\", \"\" + n); }"
                            + " }";
            Class<?> type = names.compile(source).load("T");
            assertThat(mapped(longest(type))).containsExactly("b", "a");
            assertThat(Arrays.stream(type.getDeclaredConstructors())
                            .filter(constructor -> constructor.getParameterCount() == 1)
                            .map(ConstructorParametersTest::refused))
                    .singleElement()
                    .asString()
                    .contains("goes into a, but not as it is");
        }

        @ParameterizedTest
        @EnumSource
        void noParameters(Names names) {
            assertThat(mapped("class T { String a; }", names)).isEmpty();
        }

        @ParameterizedTest
        @EnumSource
        void aFieldThatHidesAnInheritedOne(Names names) {
            String source = """
                class Top { String a; Top(String a) { this.a = a; } }
                class T extends Top { String a; String b; T(String a, String top) { super(top); this.a = a; super.a = top; b = top; } }
                """;
            assertThat(mapped(source, names)).containsExactly("a", "b");
        }

        @ParameterizedTest
        @EnumSource
        void aFieldThatHoldsTheObjectItself(Names names) {
            assertThat(mapped("class T { final Object self, a; T(Object a) { self = this; this.a = a; } }", names))
                    .containsExactly("a");
        }

        @ParameterizedTest
        @EnumSource
        @EnabledForJreRange(minVersion = 25)
        void fieldsSetBeforeTheSuperConstructorIsCalled(Names names) {
            String source = """
                class Top { final String top; Top(String top) { this.top = top; } }
                class T extends Top {
                  final String a, b;
                  T(String y, String x, String z) { b = y; Objects.requireNonNull(z); super(z); a = x; }
                }
                """;
            assertThat(mapped(source, names)).containsExactly("b", "a", "top");
        }

        @ParameterizedTest
        @EnumSource
        void aWiderParameter(Names names) {
            String source = "class T { final List<String> a; T(Collection<String> a) { this.a = List.copyOf(a); } }";
            assertThat(mapped(source, names)).containsExactly("a");
        }
    }

    /** Constructors for which only the parameters' names tell. */
    @Nested
    class ByName {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "class T { final String a, b; T(String b, String a) { this.a = a.trim(); this.b = b.trim() + a; }"
                            + " }",
                    "class T { final String a, b; T(String b, String a) { if (a == null) a = \"\"; this.a = a; this.b"
                            + " = b; } }",
                    "class T { final String a, b; T(String b, String a) { this.a = a == null ? b : a; this.b = b; } }",
                    "class T { final int a, b; T(int b, int a) { if (a < b) { this.a = a; this.b = b; } else { this.a"
                            + " = b; this.b = a; } } }",
                    "class T { String a, b; T(String b, String a) { set(a, b); } void set(String a, String b) { this.a"
                            + " = a; this.b = b; } }",
                    "class T { final String a, b, c; T(String b, String a) { this.a = this.c = a; this.b = b; } }",
                    "class T { final List<String> a, b; T(List<String> b, List<String> a) { this.a = new"
                            + " ArrayList<>(); this.a.addAll(a); this.b = b; } }",
                    "class T { final byte[] a, b; T(byte[] b, byte[] a) { this.a = Arrays.copyOf(a, 3); this.b = b; }"
                            + " }",
                    "class T { final long a, b; T(long b, long a) { this.a = a + 1; this.b = b; } }",
                    "class T { final String a, b; T(String b, String a) { try { a = a.trim(); } catch"
                            + " (RuntimeException e) { } this.a = a; this.b = b; } }",
                })
        void accepted(String source) {
            assertThat(mapped(source, Names.IN_PARAMETERS)).containsExactly("b", "a");
            assertThat(mapped(source, Names.FOR_DEBUGGERS)).containsExactly("b", "a");
            assertThat(refused(source, Names.NONE)).contains("; compile with -parameters, or make the class a record");
        }

        @Test
        void fromTheParametersWhenThereIsNoClassFile() {
            String source = "class T { final String a, b; T(String b, String a) { this.a = a; this.b = b; } }";
            Class<?> named = SourceCompiler.compile(source, "-parameters")
                    .withoutClassFiles()
                    .load("T");
            assertThat(mapped(longest(named))).containsExactly("b", "a");
            Class<?> unnamed =
                    SourceCompiler.compile(source, "-g").withoutClassFiles().load("T");
            assertThat(refused(longest(unnamed)))
                    .isEqualTo("parameter 1 (java.lang.String) reaches no field (no class file that can be read: T)"
                            + "; compile with -parameters, or make the class a record");
        }
    }

    /** Constructors that nothing helps, and what is said about them. */
    @Nested
    class Never {

        @ParameterizedTest
        @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
        void namesThatContradictTheInstructions(Names names) {
            assertThat(refused(
                            "class T { final String a, b; T(String a, String b) { this.a = b; this.b = a; } }", names))
                    .isEqualTo("parameter 1 (java.lang.String a) has the name of the field a but is assigned to b"
                            + "; give the parameter and the field that it sets the same name");
            assertThat(refused(
                            "class T { final String a, b; T(String a, String b) { this.a = b.trim(); this.b = a + b; }"
                                    + " }",
                            names))
                    .isEqualTo(
                            "parameter 1 (java.lang.String a) has the name of the field a, but that field is set from"
                                    + " parameter 2 (java.lang.String b)"
                                    + "; give the parameter and the field that it sets the same name");
        }

        @ParameterizedTest
        @EnumSource
        void twoParametersForOneField(Names names) {
            String source = """
                class T {
                  final String s; final boolean c;
                  T(boolean c, String x, String y) { this.c = c; if (c) { this.s = x; } else { this.s = y; } }
                }
                """;
            assertThat(refused(source, names)).contains("parameter 2", "goes into s, but not as it is");
        }

        @ParameterizedTest
        @EnumSource
        void aFieldAssignedOnSomePathsOnly(Names names) {
            String source = "class T { String s = \"\"; T(String x) { if (x != null) s = x; } }";
            assertThat(refused(source, names)).contains("goes into s, but not as it is");
        }

        @ParameterizedTest
        @EnumSource
        void oneParameterForTwoFields(Names names) {
            assertThat(refused("class T { final String a, b; T(String x) { a = x; b = x; } }", names))
                    .contains("is assigned to several fields (a, b) and has the name of none");
        }

        @ParameterizedTest
        @EnumSource
        void aParameterOverwrittenByAnother(Names names) {
            String source = "class T { final String s, y; T(String x, String y) { x = y; this.s = x; this.y = y; } }";
            assertThat(refused(source, names)).contains("parameter 1", "reaches no field");
        }

        @ParameterizedTest
        @EnumSource
        void aHash(Names names) {
            assertThat(refused("class T { final String hash; T(String secret) { hash = secret.repeat(2); } }", names))
                    .contains("goes into hash, but not as it is");
        }

        @ParameterizedTest
        @EnumSource
        void anotherType(Names names) {
            assertThat(refused("class T { final Object n; T(String n) { this.n = n; } }", names))
                    .contains("sets the field n of another type (java.lang.Object); give both the same type");
            assertThat(refused("class T { final long n; T(int n) { this.n = n; } }", names))
                    .contains("goes into n, but not as it is");
            assertThat(refused(
                            "class T { final List<String> n; T(List<Long> n) { this.n = n.stream().map(x -> \"\" +"
                                    + " x).toList(); } }",
                            names))
                    .contains("goes into n, but not as it is");
        }

        @ParameterizedTest
        @EnumSource
        void aFieldOfAnotherObject(Names names) {
            assertThat(refused("class T { String a; T(T other, String a) { other.a = a; this.a = other.a; } }", names))
                    .contains("parameter 1", "goes into a");
        }

        @ParameterizedTest
        @EnumSource
        void innerAndLocalClasses(Names names) {
            String source = """
                class Outer {
                  class Inner { String a; Inner(String a) { this.a = a; } }
                  static Class<?> local(String captured) {
                    class Local { String a; Local(String a) { this.a = a + captured; } }
                    return Local.class;
                  }
                }
                """;
            SourceCompiler.Loader loader = names.compile(source);
            assertThat(refused(longest(loader.load("Outer$Inner")))).contains("make the class static");
            assertThat(refused(longest(loader.load("Outer$1Local")))).contains("parameter");
        }
    }
}
