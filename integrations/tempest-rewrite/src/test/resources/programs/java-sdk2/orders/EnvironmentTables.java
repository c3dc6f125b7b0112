package orders;

import app.cash.tempest2.TableNameResolver;

/** Puts the name of the environment before the names of tables. */
public class EnvironmentTables implements TableNameResolver {
  private final String environment;

  public EnvironmentTables(String environment) {
    this.environment = environment;
  }

  @Override
  public String resolveTableName(Class<?> type, String declaredName) {
    return environment + "_" + declaredName;
  }
}
