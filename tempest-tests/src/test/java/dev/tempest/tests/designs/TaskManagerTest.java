package dev.tempest.tests.designs;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.EqualTo;
import dev.tempest.ForIndex;
import dev.tempest.GreaterThanOrEqualTo;
import dev.tempest.Index;
import dev.tempest.KeyCondition;
import dev.tempest.KeyTemplate;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.ItemCollection;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.Queryable;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A task manager: the employees, tasks and offices of ElectroDB's example, and its access patterns. */
@NeedsCompositeIndexes
class TaskManagerTest {
    enum Status {
        CLOSED,
        OPEN
    }

    @KeyTemplate(attribute = "gsi1_pk", value = "OFFICE#{office}")
    @KeyTemplate(attribute = "gsi1_sk", value = "EMPLOYEE#{team}#{title}#{employee}")
    @KeyTemplate(attribute = "gsi2_pk", value = "EMPLOYEE#{employee}")
    @KeyTemplate(attribute = "gsi2_sk", value = "EMPLOYEE#{employee}")
    record Employee(
            @Attribute(
                    names = {"pk", "sk"},
                    prefix = "EMPLOYEE#")
            String employee,

            String office,
            String team,
            String title,
            int salary,
            @Nullable String manager,
            LocalDate hired,
            int birth_month,
            int birth_day) {
        record Key(String employee) {}

        @ForIndex("gsi1")
        record ByOffice(String office, String team, String title, String employee) {}

        @ForIndex("teams")
        record ByTeam(String team, LocalDate hired, String employee) {}

        @ForIndex("titles")
        record ByTitle(String title, Integer salary, String employee) {}

        @ForIndex("reports")
        record ByManager(String manager, String team, String employee) {}

        @ForIndex("birthdays")
        record ByBirthday(String office, int birth_month, Integer birth_day, String employee) {}
    }

    @KeyTemplate(attribute = "gsi2_pk", value = "EMPLOYEE#{employee}")
    @KeyTemplate(attribute = "gsi2_sk", value = "TASK#{project}#{task}")
    record Task(
            @Attribute(
                    names = {"pk", "sk"},
                    prefix = "TASK#")
            String task,

            String project,
            String employee,
            Status status,
            int points) {
        record Key(String task) {}

        @ForIndex("gsi2")
        record ByEmployee(String employee, String project, String task) {}

        @ForIndex("projects")
        record ByProject(String project, Status status, String task) {}

        @ForIndex("open_tasks")
        record ByStatus(String employee, Status status, Integer points, String task) {}
    }

    @KeyTemplate(attribute = "pk", value = "COUNTRY#{country}#{state}")
    @KeyTemplate(attribute = "sk", value = "OFFICE#{city}#{zip}#{office}")
    @KeyTemplate(attribute = "gsi1_pk", value = "OFFICE#{office}")
    @KeyTemplate(attribute = "gsi1_sk", value = "OFFICE#{office}")
    record Office(String country, String state, String city, String zip, String office) {
        record Key(String country, String state, String city, String zip, String office) {}
    }

    record Workplace(Office office, List<Employee> employees) {
        @ForIndex("gsi1")
        record Key(String office) {}
    }

    record Assignments(Employee employee, List<Task> tasks) {
        @ForIndex("gsi2")
        record Key(String employee) {}
    }

    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = {
                @Index(name = "gsi1", partitionKey = "gsi1_pk", sortKey = "gsi1_sk"),
                @Index(name = "gsi2", partitionKey = "gsi2_pk", sortKey = "gsi2_sk"),
                @Index(name = "teams", partitionKey = "team", sortKey = "hired"),
                @Index(name = "titles", partitionKey = "title", sortKey = "salary"),
                @Index(name = "reports", partitionKey = "manager", sortKey = "team"),
                @Index(
                        name = "birthdays",
                        partitionKey = {"office", "birth_month"},
                        sortKey = "birth_day"),
                @Index(name = "projects", partitionKey = "project", sortKey = "status"),
                @Index(
                        name = "open_tasks",
                        partitionKey = {"employee", "status"},
                        sortKey = "points")
            })
    interface Tasks extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Employee.Key, Employee> employees();

        InlineView<Task.Key, Task> tasks();

        InlineView<Office.Key, Office> offices();

        SecondaryIndex<Employee.ByOffice, Employee> byOffice();

        SecondaryIndex<Employee.ByTeam, Employee> byTeam();

        SecondaryIndex<Employee.ByTitle, Employee> byTitle();

        SecondaryIndex<Employee.ByManager, Employee> byManager();

        SecondaryIndex<Employee.ByBirthday, Employee> byBirthday();

        SecondaryIndex<Task.ByEmployee, Task> tasksByEmployee();

        SecondaryIndex<Task.ByProject, Task> tasksByProject();

        SecondaryIndex<Task.ByStatus, Task> tasksByStatus();

        ItemCollection<Workplace.Key, Workplace> workplaces();

        ItemCollection<Assignments.Key, Assignments> assignments();
    }

    interface Db extends LogicalDb {
        @TableName("tasks")
        Tasks tasks();
    }

    @RegisterExtension
    final TestDb tables = TestDb.of(TestTable.create("tasks", Tasks.class));

    private static final LocalDate MAY = LocalDate.of(2020, 5, 1);
    private static final Employee ADA = new Employee("ada", "HQ", "dev", "lead", 900, null, MAY, 5, 9);
    private static final Employee BEN = new Employee("ben", "HQ", "dev", "coder", 500, "ada", MAY.plusYears(1), 5, 2);
    private static final Employee CY = new Employee("cy", "Lab", "ops", "coder", 600, "ada", MAY.plusYears(2), 5, 1);
    private static final Office HQ = new Office("SE", "Skane", "Lund", "22100", "HQ");
    private static final Office LAB = new Office("SE", "Skane", "Lunden", "22101", "Lab");
    private static final Task PAINT = new Task("t1", "house", "ben", Status.OPEN, 3);
    private static final Task ROOF = new Task("t2", "house", "ben", Status.CLOSED, 8);
    private static final Task DIG = new Task("t3", "garden", "ben", Status.OPEN, 1);

    private final Requests requests = new Requests();
    private Tasks tasks;

    @BeforeEach
    void open() {
        tasks = requests.open(tables, Db.class).tasks();
        List.of(ADA, BEN, CY).forEach(tasks.employees()::create);
        List.of(HQ, LAB).forEach(tasks.offices()::create);
        List.of(PAINT, ROOF, DIG).forEach(tasks.tasks()::create);
    }

    private <K, I> List<I> found(Queryable<K, I> view, KeyCondition<K> condition) {
        return requests.one(() -> view.query(condition).contents());
    }

    private <K> void assertFound(Queryable<K, ?> view, K key, Object... expected) {
        assertThat(found(view, new BeginsWith<>(key))).isEqualTo(List.of(expected));
    }

    @Test
    void employeeTaskAndOfficeById() {
        assertThat(requests.one(() -> tasks.employees().load(new Employee.Key("ada"))))
                .isEqualTo(ADA);
        assertThat(requests.one(() -> tasks.tasks().load(new Task.Key("t1")))).isEqualTo(PAINT);
        assertThat(requests.one(() -> tasks.workplaces().load(new Workplace.Key("Lab"))))
                .isEqualTo(new Workplace(LAB, List.of(CY)));
    }

    @Test
    void officesOfAStateOfACityAndOfAZipCode() {
        assertFound(tasks.offices(), new Office.Key("SE", "Skane", null, null, null), HQ, LAB);
        assertFound(tasks.offices(), new Office.Key("SE", "Skane", "Lund", null, null), HQ);
        assertFound(tasks.offices(), new Office.Key("SE", "Skane", "Lund", "22100", null), HQ);
    }

    @Test
    void officeWithItsEmployees() {
        assertThat(requests.one(() -> tasks.workplaces().load(new Workplace.Key("HQ"))))
                .isEqualTo(new Workplace(HQ, List.of(BEN, ADA)));
    }

    @Test
    void employeesOfAnOfficeByTeamAndTitle() {
        assertFound(tasks.byOffice(), new Employee.ByOffice("HQ", null, null, null), BEN, ADA);
        assertFound(tasks.byOffice(), new Employee.ByOffice("HQ", "dev", null, null), BEN, ADA);
        assertFound(tasks.byOffice(), new Employee.ByOffice("HQ", "dev", "lead", null), ADA);
    }

    @Test
    void employeesOfATeamAndThoseHiredInAPeriod() {
        assertFound(tasks.byTeam(), new Employee.ByTeam("dev", null, null), ADA, BEN);
        assertThat(found(
                        tasks.byTeam(),
                        new Between<>(
                                new Employee.ByTeam("dev", MAY.plusDays(1), null),
                                new Employee.ByTeam("dev", MAY.plusYears(9), null))))
                .containsExactly(BEN);
    }

    @Test
    void employeesByTitleAndSalary() {
        QueryConfig bestPaidFirst = QueryConfig.builder().asc(false).build();
        BeginsWith<Employee.ByTitle> coders = new BeginsWith<>(new Employee.ByTitle("coder", null, null));
        assertThat(requests.one(
                        () -> tasks.byTitle().query(coders, bestPaidFirst).contents()))
                .containsExactly(CY, BEN);
        assertThat(found(tasks.byTitle(), new GreaterThanOrEqualTo<>(new Employee.ByTitle("coder", 600, null))))
                .containsExactly(CY);
    }

    @Test
    void directReportsOfAManagerAllAndOfOneTeam() {
        assertFound(tasks.byManager(), new Employee.ByManager("ada", null, null), BEN, CY);
        assertFound(tasks.byManager(), new Employee.ByManager("ada", "ops", null), CY);
    }

    @Test
    void birthdaysOfAnOfficeInAMonth() {
        assertFound(tasks.byBirthday(), new Employee.ByBirthday("HQ", 5, null, null), BEN, ADA);
    }

    @Test
    void employeeWithTheirTasksAllAndOfOneProject() {
        assertThat(requests.one(() -> tasks.assignments().load(new Assignments.Key("ben"))))
                .isEqualTo(new Assignments(BEN, List.of(DIG, PAINT, ROOF)));
        assertFound(tasks.tasksByEmployee(), new Task.ByEmployee("ben", "house", null), PAINT, ROOF);
    }

    @Test
    void openTasksOfAnEmployeeByPoints() {
        assertFound(tasks.tasksByStatus(), new Task.ByStatus("ben", Status.OPEN, null, null), DIG, PAINT);
    }

    @Test
    void tasksOfAProjectAllAndByStatus() {
        assertFound(tasks.tasksByProject(), new Task.ByProject("house", null, null), ROOF, PAINT);
        assertThat(found(tasks.tasksByProject(), new EqualTo<>(new Task.ByProject("house", Status.OPEN, null))))
                .containsExactly(PAINT);
    }

    @Test
    void closeTask() {
        requests.one(
                () -> tasks.tasks().patch(new Task.Key("t1"), attr(Task::status).set(Status.CLOSED)));

        assertFound(tasks.tasksByStatus(), new Task.ByStatus("ben", Status.OPEN, null, null), DIG);
    }

    @Test
    void raiseSalaryAndChangeManager() {
        requests.one(() -> tasks.employees()
                .patch(
                        new Employee.Key("ben"),
                        changes(
                                number(Employee::salary).add(100),
                                attr(Employee::manager).set("cy"))));

        assertThat(found(tasks.byManager(), new BeginsWith<>(new Employee.ByManager("cy", null, null))))
                .extracting(Employee::salary)
                .containsExactly(600);
    }

    @Test
    void employeeLeaves() {
        assertThat(requests.one(() -> tasks.employees().deleteKey(new Employee.Key("cy"))))
                .isEqualTo(CY);
        assertFound(tasks.byTitle(), new Employee.ByTitle("coder", null, null), BEN);
    }
}
