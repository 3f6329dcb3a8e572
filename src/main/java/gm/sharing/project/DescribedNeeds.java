package gm.sharing.project;

import gm.sharing.organisation.OrganisationCode;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** {@link Needs} as a project keeps them, which has none until they are described. */
@Embeddable
class DescribedNeeds {

    private @Nullable OrganisationCode onBehalfOf;

    @Column(columnDefinition = "text")
    private @Nullable String purpose;

    @Column(columnDefinition = "text")
    private @Nullable String necessity;

    @Column(columnDefinition = "text")
    private @Nullable String benefits;

    @Column(columnDefinition = "text")
    private @Nullable String dataSubjects;

    @Convert(converter = CodesConverter.class)
    private @Nullable List<String> peopleGroups;

    private @Nullable String volume;

    private @Nullable String scale;

    private @Nullable Boolean matching;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "project_data_item", joinColumns = @JoinColumn(name = "project"))
    @OrderColumn(name = "position")
    @Fetch(FetchMode.SUBSELECT)
    private List<StoredDataItem> dataItems = new ArrayList<>();

    protected DescribedNeeds() {}

    /** @throws gm.sharing.Refused when an item is there twice */
    void describe(Needs needs) {
        needs.mustNameEachItemOnce();
        this.onBehalfOf = needs.onBehalfOf();
        this.purpose = needs.purpose();
        this.necessity = needs.necessity();
        this.benefits = needs.benefits();
        this.dataSubjects = needs.dataSubjects();
        this.peopleGroups = needs.groups();
        this.volume = needs.volume();
        this.scale = needs.scale();
        this.matching = needs.matching();
        dataItems.clear();
        needs.dataItems().stream().map(StoredDataItem::of).forEach(dataItems::add);
    }

    Optional<Needs> needs() {
        if (purpose == null
                || necessity == null
                || benefits == null
                || dataSubjects == null
                || peopleGroups == null
                || volume == null
                || scale == null
                || matching == null) {
            return Optional.empty();
        }
        return Optional.of(new Needs(
                onBehalfOf,
                purpose,
                necessity,
                benefits,
                dataSubjects,
                peopleGroups,
                volume,
                scale,
                matching,
                items()));
    }

    @Nullable OrganisationCode onBehalfOf() {
        return onBehalfOf;
    }

    List<DataItem> items() {
        return dataItems.stream().map(StoredDataItem::item).toList();
    }
}
