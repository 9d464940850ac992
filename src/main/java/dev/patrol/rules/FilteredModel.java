package dev.patrol.rules;

import java.util.List;
import java.util.function.Predicate;
import org.drools.model.EntryPoint;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Query;
import org.drools.model.Rule;
import org.drools.model.TypeMetaData;

/** The compiled rules of a package without some of them. */
record FilteredModel(Model whole, Predicate<Rule> wanted) implements Model {
  @Override
  public String getName() {
    return whole.getName();
  }

  @Override
  public String getPackageName() {
    return whole.getPackageName();
  }

  // Drools declares it so.
  @SuppressWarnings("rawtypes")
  @Override
  public List<Global> getGlobals() {
    return whole.getGlobals();
  }

  @Override
  public List<Rule> getRules() {
    return whole.getRules().stream().filter(wanted).toList();
  }

  @Override
  public List<Query> getQueries() {
    return whole.getQueries();
  }

  @Override
  public List<TypeMetaData> getTypeMetaDatas() {
    return whole.getTypeMetaDatas();
  }

  @Override
  public List<EntryPoint> getEntryPoints() {
    return whole.getEntryPoints();
  }
}
